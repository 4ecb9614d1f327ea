-- One commit, all or nothing. Every key is on the aggregate's shard.
-- KEYS: aggregate, ledger, due index, first due times, board, places, claim, outbox streams ...
-- ARGV: see `aggregates._header` and `_changes`; every section is led by its count.
-- Returns {outcome, revision}: 0 written, 1 duplicate, 2 conflict, 3 destroyed.
local aggregate, ledger, due, first, board, places, claim = unpack(KEYS, 1, 7)
local position = 0
local function take()
  position = position + 1
  return ARGV[position]
end

-- Lua's stack holds 8,000 values, a file import may bring more.
local function take_into(command, key, count)
  while count > 0 do
    local part = math.min(count, 1000)
    redis.call(command, key, unpack(ARGV, position + 1, position + part))
    position = position + part
    count = count - part
  end
end

local expected, claim_ms, fence_member, fence_lease, data_key = tonumber(take()), take(), take(), take(), take()
local state = redis.call('HMGET', aggregate, 'rev', 'gone')
local revision = tonumber(state[1] or '0')
local fenced = fence_member ~= ''
local ours = not fenced or tonumber(redis.call('ZSCORE', due, fence_member) or '-1') == tonumber(fence_lease)

local function set_due()
  for _ = 1, tonumber(take()) do
    local field, member, at = take(), take(), take()
    redis.call('HDEL', first, member)
    if at == '' then
      redis.call('ZREM', due, member)
      redis.call('HDEL', aggregate, field)
    else
      redis.call('ZADD', due, at, member)
      redis.call('HSET', aggregate, field, at)
    end
  end
end

if claim_ms ~= '' and redis.call('EXISTS', claim) == 1 then
  if fenced and ours and not state[2] and state[1] then
    set_due()
  end
  return {1, revision}
end
if state[2] then
  return {3, 0}
end
local new = data_key ~= ''
if not ours or (new and state[1]) or (not new and not state[1]) or (not new and expected ~= -1 and expected ~= revision) then
  return {2, revision}
end

if new then
  redis.call('HSET', aggregate, 'key', data_key)
end
set_due()
take_into('HSET', aggregate, tonumber(take()))
take_into('HDEL', aggregate, tonumber(take()))
take_into('RPUSH', ledger, tonumber(take()))
for _ = 1, tonumber(take()) do
  local stream, by, payload = tonumber(take()), take(), take()
  redis.call('XADD', KEYS[stream], '*', 'k', aggregate, 's', by, 'p', payload)
end
for _ = 1, tonumber(take()) do
  local member, name, score, based_on = take(), take(), take(), take()
  local known_on, known_name = string.match(redis.call('HGET', places, member) or '', '^(-?%d+) (.*)$')
  if not known_on or tonumber(known_on) <= tonumber(based_on) then
    if known_name and known_name ~= '' then
      redis.call('ZREM', board, known_name)
    end
    if score == '' then
      name = ''
    else
      redis.call('ZADD', board, score, name)
    end
    redis.call('HSET', places, member, based_on .. ' ' .. name)
  end
end
if claim_ms ~= '' then
  redis.call('SET', claim, '', 'PX', claim_ms)
end
if expected == -1 then
  return {0, revision}
end
redis.call('HSET', aggregate, 'rev', revision + 1)
return {0, revision + 1}
