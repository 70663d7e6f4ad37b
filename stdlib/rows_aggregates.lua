-- What `aggregate` computes of each group: values that grow row by row, so that no row is kept.
local host = ...
local fields = require "rows_fields"
local numbers = require "numbers"
local order = require "rows_order"

local aggregates = {}

---@class rows.aggregate
---@field name string
---@field field string? # the field it reads, when it reads one by name
---@field start fun(): any
---@field add fun(state: any, row: table): any # gets the new state
---@field finish fun(state: any): any

local Aggregate = { __name = "aggregate" }

local function aggregate(name, field, start, add, finish)
  local spec = { name = name, field = type(field) == "string" and field or nil }
  spec.start, spec.add, spec.finish = start, add, finish
  return setmetatable(spec, Aggregate)
end

--- Tells whether a value is an aggregate such as `rows.sum "AMOUNT"`.
---@param value any
---@return boolean
function aggregates.is(value)
  return getmetatable(value) == Aggregate
end

--- Gets the number that a row's value stands for, nil when it is missing or empty; fails when it is something else.
---@param verb string
---@param field any
---@param value any
---@return number?
function aggregates.number(verb, field, value)
  if value == nil or value == "" then
    return nil
  end
  local number = numbers.of(value)
  if not number then
    local what = type(value) == "string" and ('the text "%s"'):format(value:sub(1, 40)) or fields.name(value)
    local where = type(field) == "string" and ('the field "%s"'):format(field) or "the function's result"
    host.fail(("%s: %s must be a number, but a row has %s"):format(verb, where, what))
  end
  return number
end

local function summing(name, field, finish)
  local verb = "rows." .. name
  local read = fields.reader(verb, field)
  return aggregate(name, field, numbers.sum, function(sum, row)
    local number = aggregates.number(verb, field, read(row))
    if number then
      numbers.add(sum, number)
    end
    return sum
  end, finish)
end

--- Sums a field or a function's results. Integers stay integers; money is exact.
function aggregates.sum(field)
  return summing("sum", field, numbers.total)
end

--- Averages the values that are there; nil when there are none.
function aggregates.average(field)
  return summing("average", field, numbers.average)
end

--- Counts the rows, or those that have a value in a field.
function aggregates.count(field)
  local read = field ~= nil and fields.reader("rows.count", field)
  return aggregate("count", field, function() return 0 end, function(count, row)
    if read and read(row) == nil then
      return count
    end
    return count + 1
  end, function(count) return count end)
end

local function finish_kept(kept)
  return kept[1]
end

local function extreme(name, field, is_better)
  local read = fields.reader("rows." .. name, field)
  return aggregate(name, field, function() return {} end, function(kept, row)
    local value = read(row)
    if value ~= nil and value ~= "" then
      value = numbers.of(value) or value
      if kept[1] == nil or is_better(value, kept[1]) then
        kept[1] = value
      end
    end
    return kept
  end, finish_kept)
end

--- Gets the least value (numeric text as a number, dates as text); nil when there is none.
function aggregates.min(field)
  return extreme("min", field, order.before)
end

--- Gets the greatest value; nil when there is none.
function aggregates.max(field)
  return extreme("max", field, function(a, b) return order.before(b, a) end)
end

--- Gets the first value that is there.
function aggregates.first(field)
  local read = fields.reader("rows.first", field)
  return aggregate("first", field, function() return {} end, function(kept, row)
    if kept[1] == nil then
      kept[1] = read(row)
    end
    return kept
  end, finish_kept)
end

--- Gets the last value that is there.
function aggregates.last(field)
  local read = fields.reader("rows.last", field)
  return aggregate("last", field, function() return {} end, function(kept, row)
    local value = read(row)
    if value ~= nil then
      kept[1] = value
    end
    return kept
  end, finish_kept)
end

--- Gets an array of all values that are there, in the order of the rows.
function aggregates.list(field)
  local read = fields.reader("rows.list", field)
  return aggregate("list", field, function() return {} end, function(list, row)
    list[#list + 1] = read(row)
    return list
  end, function(list) return list end)
end

--- Counts the different values; "7" and 7 are one.
function aggregates.count_distinct(field)
  local read = fields.reader("rows.count_distinct", field)
  return aggregate("count_distinct", field, function() return { count = 0, seen = {} } end, function(state, row)
    local key = order.key(read(row))
    if key ~= nil and not state.seen[key] then
      state.seen[key], state.count = true, state.count + 1
    end
    return state
  end, function(state) return state.count end)
end

return aggregates
