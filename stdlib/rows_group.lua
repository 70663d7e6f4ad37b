-- Groups: the rows stream by, only the groups are kept.
local host = ...
local aggregates = require "rows_aggregates"
local fields = require "rows_fields"
local order = require "rows_order"

local group = {}

-- Stands for a missing value among keys, which can't be nil.
local MISSING = {}

---@class rows.key
---@field name string # the field that holds the key in the grouped rows
---@field field string? # the field that is read, when it is read by name
---@field read fun(row: table): any

--- Reads what to group by: fields' names, a function (the field is then `group`), or `{ name = function }`.
---@param verb string
---@param list any[]
---@return rows.key[]
function group.keys(verb, list)
  local keys = {}
  local function add(name, by)
    local field = type(by) == "string" and by or nil
    keys[#keys + 1] = { name = name, field = field, read = fields.reader(verb, by) }
  end
  for _, by in ipairs(list) do
    if type(by) == "table" then
      for _, name in ipairs(fields.of(fields.open(), { by })) do
        add(name, by[name])
      end
    else
      add(type(by) == "string" and by or "group", by)
    end
  end
  if #keys == 0 then
    host.fail(verb .. ' needs what to group by: a field\'s name such as "ASSIGNED_BY_ID", or a function')
  end
  return keys
end

--- Reads the table of aggregates, sorted by name.
---@param specs any
---@param keys rows.key[]
---@return { name: string, spec: rows.aggregate }[]
function group.columns(specs, keys)
  if type(specs) ~= "table" or aggregates.is(specs) then
    host.fail "aggregate needs a table of named aggregates such as { amount = rows.sum \"OPPORTUNITY\" }"
  end
  local columns = {}
  for name, spec in pairs(specs) do
    if type(name) ~= "string" then
      host.fail "aggregate: every aggregate needs a name, such as deals = rows.count()"
    elseif not aggregates.is(spec) then
      local sentence = 'aggregate: "%s" must be an aggregate such as rows.sum "OPPORTUNITY", got %s'
      host.fail(sentence:format(name, fields.name(spec)))
    end
    columns[#columns + 1] = { name = name, spec = spec }
  end
  table.sort(columns, function(a, b) return a.name < b.name end)
  for _, key in ipairs(keys) do
    if specs[key.name] ~= nil then
      host.fail(('aggregate: "%s" is already the field of the group; give the aggregate another name'):format(key.name))
    end
  end
  return columns
end

--- Finds the leaf of a tree of groups to which the keys of a row lead; makes it when it is new.
---@param tree table
---@param keys rows.key[]
---@param row table
---@param values any[] # receives the row's keys
---@return { made: any } leaf # `made` is free for what belongs to the group
function group.leaf(tree, keys, row, values)
  for i, key in ipairs(keys) do
    local value = key.read(row)
    values[i] = value
    local branch = value == nil and MISSING or order.key(value)
    local below = tree[branch]
    if not below then
      below = {}
      tree[branch] = below
    end
    tree = below
  end
  return tree
end

--- Makes the row that stands for a group, with the group's fields.
---@param keys rows.key[]
---@param values any[]
---@return table
function group.row(keys, values)
  local row = {}
  for i, key in ipairs(keys) do
    row[key.name] = values[i]
  end
  return row
end

local function new_group(keys, values, columns)
  local made = { row = group.row(keys, values) }
  for i, column in ipairs(columns) do
    made[i] = column.spec.start()
  end
  return made
end

local function finished(groups, columns)
  for index, made in ipairs(groups) do
    for i, column in ipairs(columns) do
      made.row[column.name] = column.spec.finish(made[i])
    end
    groups[index] = made.row
  end
  return groups
end

local function names_to_watch(keys, columns)
  local names = {}
  for _, key in ipairs(keys) do
    names[#names + 1] = key.field
  end
  for _, column in ipairs(columns) do
    names[#names + 1] = column.spec.field
  end
  return names
end

--- Gets the fields of the grouped rows: the keys, then the aggregates by name.
---@return string[]
function group.fields(keys, columns)
  local names = {}
  for _, key in ipairs(keys) do
    names[#names + 1] = key.name
  end
  for _, column in ipairs(columns) do
    names[#names + 1] = column.name
  end
  return names
end

--- Checks before any row is read that the fields can exist.
function group.check(keys, columns, shape)
  fields.watch("aggregate", names_to_watch(keys, columns), shape, true)
end

--- Reads all rows into one row for each group, in the order in which the groups were first seen.
---@param next_row fun(): table?
---@param keys rows.key[]
---@param columns { name: string, spec: rows.aggregate }[]
---@param shape rows.shape
---@return table[]
function group.aggregated(next_row, keys, columns, shape)
  local watch = fields.watch("aggregate", names_to_watch(keys, columns), shape, true)
  local tree, groups, values = {}, {}, {}
  for row in next_row do
    watch.see(row)
    local leaf = group.leaf(tree, keys, row, values)
    local made = leaf.made
    if not made then
      made = new_group(keys, values, columns)
      leaf.made, groups[#groups + 1] = made, made
    end
    for i, column in ipairs(columns) do
      made[i] = column.spec.add(made[i], row)
    end
  end
  watch.finish()
  return finished(groups, columns)
end

return group
