-- Periods: "last week", "2026-11", a range; the host knows the clock and the zone.
local host = ...
local dates = require "dates"
local definition = require "definition"
local fields = require "rows_fields"

local period = {}

local Period = { __name = "period" }
local methods = {}
Period.__index = methods

function Period.__tostring(self)
  return self.slug
end

function Period.__eq(a, b)
  return a.from == b.from and a.to == b.to
end

--- Makes a period of the host's table.
---@param value table
---@return period
function period.from_table(value)
  local made = {}
  for key, item in pairs(value) do
    made[key] = item
  end
  return setmetatable(made, Period)
end

local function ask(args)
  return period.from_table(host.call("period", args))
end

--- Gets the period that an expression means at the time of the run.
local function of(_, expression)
  if type(expression) ~= "string" then
    host.fail('period needs text such as "last week" or "2026-11", got ' .. fields.name(expression))
  end
  return ask { expression = expression }
end

local NAMED = {
  "today", "yesterday", "tomorrow", "this week", "last week", "next week", "this month", "last month", "next month",
  "this quarter", "last quarter", "next quarter", "this year", "last year", "next year",
}
for _, expression in ipairs(NAMED) do
  period[expression:gsub(" ", "_")] = function()
    return ask { expression = expression }
  end
end

for _, unit in ipairs { "days", "weeks", "months" } do
  period["last_" .. unit] = function(count)
    local whole = math.type(count) and math.tointeger(count)
    if not whole or whole < 1 then
      local sentence = "period.last_%s needs a whole number from 1 on, got %s"
      host.fail(sentence:format(unit, math.type(count) and tostring(count) or fields.name(count)))
    end
    return ask { expression = ("last %d %s"):format(whole, unit) }
  end
end

-- The date of a day, or of the day on which a date-time falls where it was written.
local function day_of(name, value)
  if not dates.parse(value) then
    local shown = type(value) == "string" and ('"%s"'):format(value) or fields.name(value)
    host.fail(('period.range: "%s" must be a date such as "2026-11-16", got %s'):format(name, shown))
  end
  return value:sub(1, 10)
end

--- Gets the period from one date to another, both included.
---@param first string
---@param last string
---@return period
function period.range(first, last)
  first, last = day_of("from", first), day_of("to", last)
  if first > last then
    host.fail(("period.range: %s is after %s; write the earlier date first"):format(first, last))
  end
  return ask { expression = first .. ".." .. last }
end

--- Tells whether a date or a date-time lies in the period. Missing and empty dates do not. A date-time without an
--- offset is taken as the wall clock of the period's zone.
---@param iso string?
---@return boolean
function methods:contains(iso)
  if iso == nil or iso == "" or iso == host.null then
    return false
  end
  local parts = dates.parse(iso)
  if not parts then
    local shown = type(iso) == "string" and ('"%s"'):format(iso) or fields.name(iso)
    host.fail("period:contains needs an ISO date such as \"2026-11-16\", got " .. shown)
  elseif not parts.timed then
    return self.first <= iso and iso <= self.last
  end
  local from, to = dates.parse(self.from), dates.parse(self.to)
  if not parts.offset then
    from.offset, to.offset = nil, nil
  end
  local seconds = dates.seconds(parts)
  return dates.seconds(from) <= seconds and seconds < dates.seconds(to)
end

local function step(self, by)
  return ask { expression = self.expression, of = self.slug, step = by }
end

--- Gets the adjacent period of the same kind before this one.
---@return period
function methods:previous()
  return step(self, -1)
end

--- Gets the adjacent period of the same kind after this one.
---@return period
function methods:next()
  return step(self, 1)
end

return setmetatable(period, { __call = of, __index = definition.unknown_member("period", period) })
