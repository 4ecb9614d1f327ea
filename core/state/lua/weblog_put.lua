-- Put an entry into a web chat's log, or change it in place.
-- KEYS: 1 head, 2 entries, 3 places, 4 changes.
-- ARGV: 1 wrapped key it is sealed with, 2 id, 3 sealed entry, 4 the sealed entry it replaces ('' if it is new), 5 most entries.
-- Returns {outcome, place, change}; outcome 0 written, 1 was there before, 2 changed meanwhile, 3 sealed with another key.
if redis.call('HGET', KEYS[1], 'key') ~= ARGV[1] then return {3, 0, 0} end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if ARGV[4] == '' and found then return {1, 0, 0} end
if ARGV[4] ~= '' and found ~= ARGV[4] then return {2, 0, 0} end
local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
redis.call('ZADD', KEYS[4], count, ARGV[2])
if found then return {0, tonumber(redis.call('ZSCORE', KEYS[3], ARGV[2])), count} end
redis.call('ZADD', KEYS[3], count, ARGV[2])
local over = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[5])
if over > 0 then
  local old = redis.call('ZRANGE', KEYS[3], 0, over - 1)
  redis.call('HDEL', KEYS[2], unpack(old))
  redis.call('ZREM', KEYS[3], unpack(old))
  redis.call('ZREM', KEYS[4], unpack(old))
end
return {0, count, count}
