-- What the script remembers from one run to the next: values by keys, kept by the host.
local host = ...
local definition = require "definition"
local fields = require "rows_fields"

local store = {}

local longest_key = 255

local function check_key(what, key)
  if type(key) ~= "string" or key == "" then
    host.fail(('store.%s needs a key such as "big:5", got %s'):format(what, fields.name(key)))
  end
  if #key > longest_key then
    host.fail(("store.%s: a key has at most %d bytes, this one has %d"):format(what, longest_key, #key))
  end
  return key
end

--- The time, if there is one.
local function check_time(what, time)
  if time == nil or definition.duration().test(time) then return time end
  host.fail(('store.%s: the time is a number of seconds or text such as "30m", got %s'):format(what, fields.name(time)))
end

local function ask(what, arguments)
  return host.call("store." .. what, arguments)
end

--- The value of a key; nil, or what is given as second, if there is none.
function store.get(key, default)
  local value = ask("get", { key = check_key("get", key) })
  if value == nil or value == host.null then return default end
  return value
end

--- Remembers a value, for ever or for a time: text, a number, a flag or a table of these. nil forgets the key.
function store.set(key, value, time)
  local kind = type(value)
  if kind == "function" or kind == "thread" or kind == "userdata" and value ~= host.null then
    local sentence = "store.set can't remember %s; it takes text, numbers, flags and tables of these"
    host.fail(sentence:format(fields.name(value)))
  end
  ask("set", { key = check_key("set", key), value = value, ["for"] = check_time("set", time) })
end

--- Whether the key is asked for the first time. A run that fails before it has changed anything in the portal gives the
--- key back, so that its repetition does the work.
function store.once(key, time)
  return ask("once", { key = check_key("once", key), ["for"] = check_time("once", time) })
end

--- Adds to a number (1, if nothing else is said) and returns the sum. A key without a value counts as 0.
function store.increment(key, amount)
  if amount ~= nil and math.type(amount) ~= "integer" then
    host.fail("store.increment adds a whole number, got " .. fields.name(amount))
  end
  return ask("increment", { key = check_key("increment", key), by = amount or 1 })
end

--- Takes a lock, so that no other run does the same meanwhile; it ends by itself after the time, 10 minutes if none is
--- given. Returns false if another run has it.
function store.lock(key, time)
  return ask("lock", { key = check_key("lock", key), ["for"] = check_time("lock", time) })
end

--- Gives a lock of this run back.
function store.unlock(key)
  ask("unlock", { key = check_key("unlock", key) })
end

return setmetatable(store, { __index = definition.unknown_member("store", store) })
