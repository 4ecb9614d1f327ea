-- Grant nothing under KEYS[1] for ARGV[1] µs. ARGV[2]: its tolerance, µs.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local arrival = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now + ARGV[1] + ARGV[2])
redis.call('SET', KEYS[1], string.format('%.0f', arrival), 'PX', math.max(1, math.ceil((arrival - now) / 1000)))
return 1
