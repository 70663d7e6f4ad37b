-- The three kinds of definitions, report, handler and job: their keys, and how a script's table becomes one.
local host = ...
local definition = require "definition"

local kinds = {}

local RETRY = definition.table("attempts = 8", {
  attempts = definition.count(),
  delay = definition.duration(),
})

local LIMITS = definition.table("calls = 1000", {
  calls = definition.count(),
  writes = definition.count(),
  instructions = definition.count(),
  memory = definition.count "a whole number of megabytes",
  time = definition.duration(),
})

local DELIVER = definition.table('folder = "out"', {
  folder = definition.text "out",
  chat = definition.identifier '"chat42"',
  user = definition.identifier "1",
  email = definition.text "boss@example.com",
})

local PAUSE_AFTER = definition.count "a whole number of failures in a row, from 1 on"

local function with_common(rules)
  local common = {
    title = definition.text "Won deals of the week",
    name = definition.text "weekly_sales",
    description = definition.text "What it is for",
    scopes = definition.texts "crm",
    writes = definition.texts "im.notify.personal.add",
    portal = definition.text "main",
    zone = definition.text "Europe/Moscow",
    locale = definition.word { "en", "ru" },
    currency = definition.text "RUB",
    strict = definition.flag(),
    retry = RETRY,
    limits = LIMITS,
    memory = definition.count "a whole number of megabytes",
    deadline = definition.duration(),
    concurrency = definition.count(),
    idempotent = definition.flag(),
    pause_after = PAUSE_AFTER,
    run = definition.callback "run = function(…) … end",
  }
  for key, rule in pairs(rules) do
    common[key] = rule
  end
  return common
end

local SCHEDULE = {
  schedule = definition.text_or_texts "0 9 * * MON",
  days = definition.word { "every day", "working days", "first working day of the month",
    "last working day of the month" },
  misfire = definition.word { "once", "skip", "all" },
  grace = definition.duration(),
  catch_up = definition.count "a whole number of slots, from 1 on",
  overlap = definition.word { "skip", "queue", "replace" },
  jitter = definition.duration(),
}

local function with_schedule(rules)
  for key, rule in pairs(SCHEDULE) do
    rules[key] = rule
  end
  return with_common(rules)
end

---@type table<string, definition.rules>
kinds.rules = {
  report = with_schedule {
    period = definition.text "last week",
    formats = definition.texts "md",
    deliver = DELIVER,
  },
  handler = with_common {
    on = definition.texts "ONCRMDEALUPDATE",
    coalesce = {
      what = 'true, false or a length of time such as "5s"',
      test = function(value)
        return type(value) == "boolean" or definition.duration().test(value)
      end,
    },
  },
  job = with_schedule {},
}

local REQUIRED = {
  report = { { "title", 'title = "Won deals of the week"' }, { "run", "run = function(period) … end" } },
  handler = { { "on", 'on = { "ONCRMDEALUPDATE" }' }, { "run", "run = function(event) … end" } },
  job = { { "run", "run = function(slot) … end" } },
}

-- A key of another kind is no misspelling: it says that the script is of that kind.
local function elsewhere(kind)
  return function(key)
    for _, other in ipairs { "report", "handler", "job" } do
      if other ~= kind and kinds.rules[other][key] then
        return ("a %s has one"):format(other)
      end
    end
  end
end

--- Makes a definition of a script's table: checks it, marks its kind and hands it to the host.
---@param kind "report"|"handler"|"job"
---@param value any
---@return table # a copy with `kind`; its metatable's `__name` is the kind
function kinds.define(kind, value)
  definition.check(kind, value, kinds.rules[kind], elsewhere(kind))
  for _, required in ipairs(REQUIRED[kind]) do
    definition.require(kind, value, required[1], required[2])
  end
  if kind == "handler" and #value.on == 0 then
    host.fail('handler: on names no event; add one, such as on = { "ONCRMDEALUPDATE" }', "on", "handler")
  end
  local defined = { kind = kind }
  for key, item in pairs(value) do
    defined[key] = item
  end
  -- What a definition says of itself holds for the texts that it writes, too.
  host.locale, host.currency = defined.locale or host.locale, defined.currency or host.currency
  setmetatable(defined, { __name = kind })
  return host.define(defined) or defined
end

return kinds
