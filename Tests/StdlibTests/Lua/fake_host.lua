-- A host for the Lua tests without the sandbox: what a script asks is answered here, from the same made-up portal that
-- the real sandbox's tests have (`EchoRoom.swift`). Arguments "encoded as JSON" are keys of a table of what they were.

local WEEKS = {
  ["2026-W46"] = { "2026-11-09", "2026-11-15", "2026-11-16" },
  ["2026-W47"] = { "2026-11-16", "2026-11-22", "2026-11-23" },
  ["2026-W48"] = { "2026-11-23", "2026-11-29", "2026-11-30" },
}

local function week(slug)
  local days = WEEKS[slug]
  return {
    from = days[1] .. "T00:00:00+03:00", to = days[3] .. "T00:00:00+03:00", first = days[1], last = days[2],
    slug = slug, expression = slug, zone = "Europe/Moscow", days = 7,
  }
end

local function day_or_more(expression)
  local first, last = expression:match "^(%S+)%.%.(%S+)$"
  return {
    from = (first or "2026-11-24") .. "T00:00:00+03:00", to = (last or "2026-11-24") .. "T24:00:00+03:00",
    first = first or "2026-11-24", last = last or "2026-11-24", slug = expression:gsub("%.%.", "_"),
    expression = expression, zone = "Europe/Moscow", days = 1,
  }
end

-- Every answer is `{ ok, value }`.
local answers = {}

function answers.period(args)
  if args.step then
    local number = tonumber(args.of:match "W(%d+)") + args.step
    return { true, week("2026-W" .. number) }
  end
  local slug = args.expression == "last week" and "2026-W47" or args.expression
  return { true, WEEKS[slug] and week(slug) or day_or_more(slug) }
end

local logged = {}

function answers.log(entry)
  logged[#logged + 1] = entry
  return { true }
end

local remembered = {}

answers["store.get"] = function(args) return { true, remembered[args.key] } end

answers["store.set"] = function(args)
  remembered[args.key] = args.value
  return { true }
end

answers["store.once"] = function(args)
  local first = remembered[args.key] == nil
  remembered[args.key] = true
  return { true, first }
end

answers["store.increment"] = function(args)
  remembered[args.key] = (remembered[args.key] or 0) + args.by
  return { true, remembered[args.key] }
end

answers["store.lock"] = answers["store.once"]
answers["store.unlock"] = answers["store.set"]

answers["b24.describe"] = function(args) return { true, { lists = args.method:find "list$" ~= nil } } end

local function failure_of(args)
  return { code = "FAILED", message = "the method failed", method = args.method, status = 400, retryable = false }
end

answers["b24.result"] = function(args)
  if args.method == "fail" then return { false, failure_of(args) } end
  if args.method ~= "test.logged" then return { true, args } end
  local entries = logged
  logged = {}
  return { true, entries }
end

answers["b24.call"] = function(args) return { true, { result = args } } end
answers["b24.list.count"] = function(args) return { true, #args.params.items } end

answers["b24.list.open"] = function(args)
  local params = args.params or {}
  local page = { list = 1, items = params.items or { args }, note = params.note, done = params.more == nil }
  return { true, page }
end

answers["b24.list.next"] = function()
  return { true, { list = 1, items = { { ID = 100 } }, done = true, partial = "the rest was refused" } }
end

answers["b24.batch"] = function(args)
  local results, errors = {}, {}
  for position, command in ipairs(args.commands) do
    if command.method == "fail" then
      errors[command.name] = failure_of(command)
    else
      results[command.name] = { position = position, command = command, halt = args.halt, raw = args.raw }
    end
  end
  return { true, { results = results, errors = errors } }
end

-- Every field has the code that is asked for, except for one that isn't there.
for _, name in ipairs { "names.field", "names.stage", "names.choice" } do
  answers[name] = function(args)
    if args.title == "none" then
      return { false, { code = "NAME", message = "there is none", retryable = false } }
    end
    return { true, table.concat({ name, args.entity, args.field or "", args.title }, "|") }
  end
end

--- Makes a host whose modules live in an environment.
return function(environment)
  local host = { null = io.stdout, array_mark = {}, object_mark = {}, error_mark = {}, definitions = {}, mark = {} }
  local kept = {}

  local function keep(value)
    kept[#kept + 1] = value
    return "#" .. #kept
  end

  local function answer(name, key)
    return table.unpack(answers[name](kept[tonumber(key:sub(2))]), 1, 2)
  end

  -- The last call is answered first: nothing may depend on the order of answers.
  answers["parallel.exchange"] = function(text)
    local finished = {}
    for ticket, name, key in text:gmatch '{"ticket":(%d+),"name":"([^"]+)","arguments":(#%d+)}' do
      local ok, value = answer(name, key)
      table.insert(finished, 1, { ticket = math.tointeger(ticket), ok = ok, value = value })
    end
    return { true, finished }
  end
  answers["parallel.end"] = function() return { true } end

  local function ask(name, key)
    local ok, value = coroutine.yield(host.mark, name, key)
    if ok then return value end
    error(setmetatable(value, host.error_mark), 0)
  end

  function host.call(name, args) return ask(name, keep(args)) end
  function host.call_raw(name, text) return ask(name, keep(text)) end
  function host.fail(sentence) error(sentence, 0) end
  function host.encode(value) return ("%q"):format(value) end
  function host.where() return "" end
  function host.line() return nil end
  function host.print(text) print(text) end
  function host.module(name) return loadfile("stdlib/" .. name .. ".lua", "t", environment) end

  --- Runs a function, answering what it asks.
  function host.run(body)
    local thread = coroutine.create(body)
    local succeeded, mark, name, key = coroutine.resume(thread)
    while succeeded and coroutine.status(thread) ~= "dead" do
      assert(mark == host.mark, "coroutine.yield was called outside of a coroutine made by the test")
      succeeded, mark, name, key = coroutine.resume(thread, answer(name, key))
    end
    assert(succeeded, mark)
  end

  return host
end
