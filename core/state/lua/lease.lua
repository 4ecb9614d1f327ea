-- Take, renew or (ARGV[2] = 0 ms) free the lease KEYS[1] for holder ARGV[1]. Returns 1 if the holder has or had it.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return 0
end
if tonumber(ARGV[2]) > 0 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
else
  redis.call('DEL', KEYS[1])
end
return 1
