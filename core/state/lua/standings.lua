-- Lines ARGV[1] to ARGV[2] of the board KEYS[1]. Returns {how many are better than the first of them, lines}.
local lines = redis.call('ZRANGE', KEYS[1], ARGV[1], ARGV[2], 'WITHSCORES')
if #lines == 0 then
  return {0, lines}
end
return {redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. lines[2]), lines}
