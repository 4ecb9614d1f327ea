-- Items to try again, for a consumer. KEYS per shard: urgent stream, other stream, intents, later.
-- ARGV: group, consumer, idle ms, count.
-- Returns rows {shard, stream, entry, owner's key name, sealed by, payload, wrapped data key, attempts, in doubt}.
local group, consumer, idle, left = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local marks = {'n', 'c'}
local rows = {}

local function take(base, stream, entry, deliveries)
  local item = string.match(KEYS[base + 1], '^j:{s(%d+)}') .. marks[stream] .. entry
  redis.call('ZREM', KEYS[base + 4], item)
  local claimed = redis.call('XCLAIM', KEYS[base + stream], group, consumer, 0, entry)[1]
  if not claimed then
    return
  end
  local fields = {}
  for at = 1, #claimed[2], 2 do
    fields[claimed[2][at]] = claimed[2][at + 1]
  end
  local key = redis.call('HGET', fields.k, 'key')
  local doubt = redis.call('HEXISTS', KEYS[base + 3], item)
  rows[#rows + 1] = {base / 4 + 1, stream, entry, fields.k, fields.s, fields.p, key, deliveries, doubt}
  left = left - 1
end

local function ripe(base)
  for _, item in ipairs(redis.call('ZRANGEBYSCORE', KEYS[base + 4], '-inf', now, 'LIMIT', 0, left)) do
    local mark, entry = string.match(item, '^%d+(%a)(.*)$')
    local stream = mark == 'n' and 1 or 2
    local pending = redis.call('XPENDING', KEYS[base + stream], group, entry, entry, 1)[1]
    if pending then
      take(base, stream, entry, pending[4])
    else
      redis.call('ZREM', KEYS[base + 4], item)
    end
  end
end

local function idle_ones(base, stream)
  local after = '-'
  local shard = string.match(KEYS[base + 1], '^j:{s(%d+)}')
  for _ = 1, 10 do
    if left <= 0 then
      return
    end
    local pending = redis.call('XPENDING', KEYS[base + stream], group, 'IDLE', idle, after, '+', 100)
    for _, entry in ipairs(pending) do
      if left > 0 and not redis.call('ZSCORE', KEYS[base + 4], shard .. marks[stream] .. entry[1]) then
        take(base, stream, entry[1], entry[4])
      end
      after = '(' .. entry[1]
    end
    if #pending < 100 then
      return
    end
  end
end

for base = 0, #KEYS - 4, 4 do
  if left > 0 then
    ripe(base)
  end
end
for stream = 1, 2 do
  for base = 0, #KEYS - 4, 4 do
    idle_ones(base, stream)
  end
end
return rows
