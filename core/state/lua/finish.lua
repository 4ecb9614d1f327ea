-- Items are finished. KEYS per item: stream, intents, later. ARGV: group, then per item: entry, item.
-- Returns how many were not finished before.
local finished = 0
for index = 0, #KEYS / 3 - 1 do
  local stream, entry, item = KEYS[index * 3 + 1], ARGV[index * 2 + 2], ARGV[index * 2 + 3]
  finished = finished + redis.call('XACK', stream, ARGV[1], entry)
  redis.call('XDEL', stream, entry)
  redis.call('HDEL', KEYS[index * 3 + 2], item)
  redis.call('ZREM', KEYS[index * 3 + 3], item)
end
return finished
