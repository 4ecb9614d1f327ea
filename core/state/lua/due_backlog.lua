-- How many items of the due indexes KEYS are due, and how late (ms) the latest of them is.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local count, oldest = 0, now
for _, due in ipairs(KEYS) do
  count = count + redis.call('ZCOUNT', due, '-inf', now)
  local first = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
  oldest = math.min(oldest, tonumber(first[2] or now))
end
return {count, now - oldest}
