-- Announce an attempt to send. KEYS: stream, intents. ARGV: group, entry, item, consumer. Returns 0 if it is not ours.
local pending = redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[2], ARGV[2], 1)[1]
if not pending or pending[2] ~= ARGV[4] then
  return 0
end
local time = redis.call('TIME')
redis.call('HSET', KEYS[2], ARGV[3], time[1] * 1000 + math.floor(time[2] / 1000))
return 1
