-- A pivot: one row for each group, one column for each value of another field.
local host = ...
local aggregates = require "rows_aggregates"
local fields = require "rows_fields"
local group = require "rows_group"
local nearest = require "nearest"
local order = require "rows_order"

local pivot = {}

---@class rows.pivot
---@field keys rows.key[]
---@field across rows.key
---@field value rows.aggregate
---@field watched string[] # the fields that must exist

local OPTIONS = { "rows", "columns", "value" }

local function check_options(options)
  if type(options) ~= "table" then
    host.fail 'pivot needs { rows = "FIELD", columns = "FIELD", value = rows.sum "FIELD" }'
  end
  for name in pairs(options) do
    if name ~= "rows" and name ~= "columns" and name ~= "value" then
      host.fail(('pivot has no option "%s"%s'):format(tostring(name), nearest.hint(name, OPTIONS)))
    end
  end
  for _, name in ipairs(OPTIONS) do
    if options[name] == nil then
      host.fail(('pivot needs "%s"; add it: pivot { rows = …, columns = …, value = … }'):format(name))
    end
  end
end

--- Reads the options of `pivot`. A field's name as `value` means its sum.
---@param options any
---@return rows.pivot
function pivot.plan(options)
  check_options(options)
  local down = type(options.rows) == "table" and #options.rows > 0 and options.rows or { options.rows }
  local value = aggregates.is(options.value) and options.value or aggregates.sum(options.value)
  local plan = { keys = group.keys("pivot", down), across = group.keys("pivot", { options.columns })[1], value = value }
  plan.watched = { value.field, plan.across.field }
  if not value.field then
    plan.watched = { plan.across.field }
  end
  for _, key in ipairs(plan.keys) do
    plan.watched[#plan.watched + 1] = key.field
  end
  return plan
end

-- Columns are named after values; a row's own field of the same name would be overwritten.
local function column_of(plan, row)
  local value = order.key(plan.across.read(row))
  local name = value == nil and "" or tostring(value)
  for _, key in ipairs(plan.keys) do
    if key.name == name then
      host.fail(('pivot: the value "%s" of the columns is also the field of the rows; map it to another name')
        :format(name))
    end
  end
  return name
end

local function sorted_columns(columns)
  table.sort(columns, function(a, b)
    return order.before(a, b) or not order.before(b, a) and a < b
  end)
  return columns
end

--- Reads all rows into the pivot's rows, in the order in which they were first seen. A cell without rows is nil.
---@param next_row fun(): table?
---@param plan rows.pivot
---@param shape rows.shape
---@return table[] list
---@return string[] names # the fields of the result: those of the rows, then the columns, sorted
function pivot.read(next_row, plan, shape)
  local watch = fields.watch("pivot", plan.watched, shape)
  local tree, made, columns, has, values = {}, {}, {}, {}, {}
  for row in next_row do
    watch.see(row)
    local leaf = group.leaf(tree, plan.keys, row, values)
    if not leaf.made then
      leaf.made = group.row(plan.keys, values)
      made[#made + 1] = { row = leaf.made, cells = {} }
      leaf.cells = made[#made].cells
    end
    local column, cells = column_of(plan, row), leaf.cells
    if not has[column] then
      has[column], columns[#columns + 1] = true, column
    end
    cells[column] = plan.value.add(cells[column] or plan.value.start(), row)
  end
  watch.finish()
  for i, entry in ipairs(made) do
    for column, state in pairs(entry.cells) do
      entry.row[column] = plan.value.finish(state)
    end
    made[i] = entry.row
  end
  local names = group.fields(plan.keys, {})
  sorted_columns(columns)
  return made, table.move(columns, 1, #columns, #names + 1, names)
end

return pivot
