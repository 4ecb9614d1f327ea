-- Forget consumers that hold nothing and were not seen for long. KEYS: streams. ARGV: group, idle ms.
for _, stream in ipairs(KEYS) do
  if redis.call('EXISTS', stream) == 1 then
    local answer = redis.pcall('XINFO', 'CONSUMERS', stream, ARGV[1])
    for _, consumer in ipairs(answer.err and {} or answer) do
      local about = {}
      for at = 1, #consumer, 2 do
        about[consumer[at]] = consumer[at + 1]
      end
      if about.pending == 0 and about.idle > tonumber(ARGV[2]) then
        redis.call('XGROUP', 'DELCONSUMER', stream, ARGV[1], about.name)
      end
    end
  end
end
return 1
