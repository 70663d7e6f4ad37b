-- The verbs of rows that take one stream to another, and those that need the whole list.
local host = ...
local aggregates = require "rows_aggregates"
local fields = require "rows_fields"
local numbers = require "numbers"
local order = require "rows_order"

local verbs = {}

---@alias rows.next fun(): any

--- Lets the items pass for which the function gives true.
---@param next_row rows.next
---@param keep fun(row: any): any
---@return rows.next
function verbs.filtered(next_row, keep)
  return function()
    for row in next_row do
      if keep(row) then
        return row
      end
    end
  end
end

--- Puts the function's result in each item's place. A nil would end the rows early, so it fails.
---@param next_row rows.next
---@param change fun(row: any): any
---@return rows.next
function verbs.mapped(next_row, change)
  return function()
    local row = next_row()
    if row == nil then
      return nil
    end
    local changed = change(row)
    if changed == nil then
      host.fail "map: the function returned nothing for a row; return a value, and leave rows out with filter"
    end
    return changed
  end
end

--- Lets so many items pass and does not ask for more.
---@param next_row rows.next
---@param count integer
---@return rows.next
function verbs.limited(next_row, count)
  local left = count
  return function()
    if left == 0 then
      return nil
    end
    left = left - 1
    return next_row()
  end
end

-- Passes rows through a change, and checks the fields it names.
local function watched(next_row, watch, change)
  return function()
    local row = next_row()
    if row == nil then
      watch.finish()
      return nil
    end
    watch.see(row)
    return change(row)
  end
end

local function olds(pairs_of_names)
  local names = {}
  for i, pair in ipairs(pairs_of_names) do
    names[i] = pair.old
  end
  return names
end

--- Keeps the named fields only, under their new names.
---@param next_row rows.next
---@param take { old: string, new: string }[]
---@param shape rows.shape
---@return rows.next
function verbs.selected(next_row, take, shape)
  return watched(next_row, fields.watch("select", olds(take), shape), function(row)
    local result = {}
    for _, pair in ipairs(take) do
      result[pair.new] = row[pair.old]
    end
    return result
  end)
end

--- Renames fields, keeps the others.
---@param next_row rows.next
---@param take { old: string, new: string }[]
---@param new_names table<string, string>
---@param shape rows.shape
---@return rows.next
function verbs.renamed(next_row, take, new_names, shape)
  return watched(next_row, fields.watch("rename", olds(take), shape), function(row)
    local result = {}
    for name, value in pairs(row) do
      result[new_names[name] or name] = value
    end
    return result
  end)
end

-- A text that only equal rows share: each part with its type and length.
local function signature(row, names)
  local parts = {}
  for i, name in ipairs(names) do
    local value = order.key(row[name])
    local text = tostring(value)
    parts[i] = ("%s%d:%s%d:%s"):format(type(value):sub(1, 2), #name, name, #text, text)
  end
  return table.concat(parts)
end

--- Lets the first of equal rows pass. Without names, rows are equal when all their fields are.
---@param next_row rows.next
---@param names string[]
---@param shape rows.shape
---@return rows.next
function verbs.distinct(next_row, names, shape)
  local watch, seen = fields.watch("distinct", names, shape), {}
  return function()
    for row in next_row do
      watch.see(row)
      local key = signature(row, #names > 0 and names or fields.of(fields.open(), { row }))
      if not seen[key] then
        seen[key] = true
        return row
      end
    end
    watch.finish()
  end
end

local function with(row, name, value)
  local result = {}
  for key, old in pairs(row) do
    result[key] = old
  end
  result[name] = value
  return result
end

--- Adds to each row the sum of a field in all rows up to it.
---@param next_row rows.next
---@param field string|fun(row: table): any
---@param as string
---@param shape rows.shape
---@return rows.next
function verbs.running(next_row, field, as, shape)
  local read, sum = fields.reader("running", field), numbers.sum()
  return watched(next_row, fields.watch("running", { field }, shape), function(row)
    local number = aggregates.number("running", field, read(row))
    if number then
      numbers.add(sum, number)
    end
    return with(row, as, numbers.total(sum))
  end)
end

--- Adds to each row its part of the field's total, as a fraction from 0 to 1; 0 when the total is 0.
---@param list table[]
---@param field string|fun(row: table): any
---@param as string
---@param shape rows.shape
---@return table[]
function verbs.shared(list, field, as, shape)
  local read, sum, values = fields.reader("share", field), numbers.sum(), {}
  local watch = fields.watch("share", { field }, shape)
  for i, row in ipairs(list) do
    watch.see(row)
    values[i] = aggregates.number("share", field, read(row)) or 0
    numbers.add(sum, values[i])
  end
  watch.finish()
  local total, result = numbers.total(sum), {}
  for i, row in ipairs(list) do
    result[i] = with(row, as, total == 0 and 0 or values[i] / total)
  end
  return result
end

--- Reads sorting keys: a field's name, with a leading `-` for descending, or a function.
---@param verb string
---@param list any[]
---@return { field: any, read: (fun(row: table): any), descending: boolean }[]
function verbs.sorting_keys(verb, list)
  local keys = {}
  for i, by in ipairs(list) do
    local descending = type(by) == "string" and by:sub(1, 1) == "-"
    local field = descending and by:sub(2) or by
    keys[i] = { field = field, read = fields.reader(verb, field), descending = descending }
  end
  if #keys == 0 then
    host.fail(verb .. ' needs what to sort by: a field\'s name such as "NAME", or "-AMOUNT" for the greatest first')
  end
  return keys
end

--- Sorts a list, after checking that the fields exist.
---@param list table[]
---@param verb string
---@param keys { field: any, read: (fun(row: table): any), descending: boolean }[]
---@param shape rows.shape
---@return table[]
function verbs.sorted(list, verb, keys, shape)
  local watch = verbs.watch_keys(verb, keys, shape)
  for _, row in ipairs(list) do
    watch.see(row)
  end
  watch.finish()
  return order.sorted(list, keys)
end

--- Creates the watch for sorting keys.
---@return rows.watch
function verbs.watch_keys(verb, keys, shape)
  local names = {}
  for i, key in ipairs(keys) do
    names[i] = key.field
  end
  return fields.watch(verb, names, shape, true)
end

return verbs
