-- Take one from each limit KEYS, or from none. ARGV per limit: interval µs, tolerance µs. Returns the µs to wait.
-- A limit holds the theoretical arrival time (µs) of the next request.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local wait = 0
local arrivals = {}
for index, key in ipairs(KEYS) do
  local arrival = math.max(now, tonumber(redis.call('GET', key) or '0'))
  wait = math.max(wait, arrival - ARGV[index * 2] - now)
  arrivals[index] = arrival + ARGV[index * 2 - 1]
end
if wait <= 0 then
  for index, key in ipairs(KEYS) do
    local kept = math.ceil((arrivals[index] - now) / 1000)
    redis.call('SET', key, string.format('%.0f', arrivals[index]), 'PX', math.max(kept, 1))
  end
  return 0
end
return math.ceil(wait)
