-- Destroy an aggregate and leave a tombstone. KEYS as in commit.lua.
-- ARGV: tombstone ms, claim ms or '', the due member without a kind, the revision it must have or '', outbox section.
local aggregate, ledger, due, first, board, places, claim = unpack(KEYS, 1, 7)
if redis.call('HEXISTS', aggregate, 'gone') == 1 or (ARGV[2] ~= '' and redis.call('EXISTS', claim) == 1) then
  return 0
end
if ARGV[4] ~= '' and (redis.call('HGET', aggregate, 'rev') or '0') ~= ARGV[4] then
  return 2
end
local owner_kind, owner_id = string.match(ARGV[3], '^(.-)//(.*)$')
for _, field in ipairs(redis.call('HKEYS', aggregate)) do
  local kind = string.match(field, '^w:(.*)$')
  if kind then
    local member = owner_kind .. '/' .. kind .. '/' .. owner_id
    redis.call('ZREM', due, member)
    redis.call('HDEL', first, member)
  end
end
redis.call('DEL', aggregate, ledger, board, places)
redis.call('HSET', aggregate, 'gone', '1')
redis.call('PEXPIRE', aggregate, ARGV[1])
for item = 1, tonumber(ARGV[5]) do
  local at = 5 + (item - 1) * 3
  redis.call('XADD', KEYS[tonumber(ARGV[at + 1])], '*', 'k', aggregate, 's', ARGV[at + 2], 'p', ARGV[at + 3])
end
if ARGV[2] ~= '' then
  redis.call('SET', claim, '', 'PX', ARGV[2])
end
return 1
