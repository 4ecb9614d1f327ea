-- Claim due items. KEYS per shard: due index, first due times. ARGV: limit, lease ms.
-- Returns rows {member, first due ms, lease}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = now + ARGV[2]
local left = tonumber(ARGV[1])
local rows = {}
for base = 1, #KEYS, 2 do
  local due, first = KEYS[base], KEYS[base + 1]
  local found = left > 0 and redis.call('ZRANGEBYSCORE', due, '-inf', now, 'WITHSCORES', 'LIMIT', 0, left) or {}
  for at = 1, #found, 2 do
    local member = found[at]
    redis.call('HSETNX', first, member, found[at + 1])
    redis.call('ZADD', due, lease, member)
    rows[#rows + 1] = {member, redis.call('HGET', first, member), lease}
    left = left - 1
  end
end
return rows
