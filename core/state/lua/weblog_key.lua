-- The wrapped data key of a web chat, made at the first need.
-- KEYS: 1 head. ARGV: 1 a new wrapped key, used if there is none.
local key = redis.call('HGET', KEYS[1], 'key')
if key then return key end
local time = redis.call('TIME')
-- Counting starts at the clock (ms), so that numbers of a log that was destroyed never come back.
local born = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], 'key', ARGV[1], 'born', born, 'count', born)
return ARGV[1]
