-- Bind KEYS[1] to ARGV[1] if it is bound to ARGV[2] ('': to nobody). Returns who is bound now.
local bound = redis.call('GET', KEYS[1])
if (bound or '') == ARGV[2] then
  redis.call('SET', KEYS[1], ARGV[1])
  return ARGV[1]
end
return bound or ''
