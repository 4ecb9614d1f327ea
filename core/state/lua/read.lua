-- New items for a consumer, from the streams KEYS in that order. ARGV: group, consumer, count.
-- Returns rows {stream, entry, owner's key name, sealed by, payload, wrapped data key}.
local rows = {}
local left = tonumber(ARGV[3])
for index, stream in ipairs(KEYS) do
  if left <= 0 then
    break
  end
  local answer = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', left, 'STREAMS', stream, '>')
  for _, entry in ipairs(answer and answer[1][2] or {}) do
    local fields = {}
    for at = 1, #entry[2], 2 do
      fields[entry[2][at]] = entry[2][at + 1]
    end
    -- the owner is on the shard of its outbox
    rows[#rows + 1] = {index, entry[1], fields.k, fields.s, fields.p, redis.call('HGET', fields.k, 'key')}
    left = left - 1
  end
end
return rows
