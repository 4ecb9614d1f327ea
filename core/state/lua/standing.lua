-- Where member ARGV[1] stands. KEYS: board, places. Returns {negated score, how many are better} or nothing.
local name = string.match(redis.call('HGET', KEYS[2], ARGV[1]) or '', '^-?%d+ (.+)$')
local score = name and redis.call('ZSCORE', KEYS[1], name)
if not score then
  return {}
end
return {score, redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. score)}
