-- A join: each row gets fields of the rows of another source that have the same key.
local host = ...
local fields = require "rows_fields"
local nearest = require "nearest"
local order = require "rows_order"

local join = {}

---@class rows.join
---@field left string|fun(row: table): any
---@field right string|fun(row: table): any
---@field take { old: string, new: string }[]? # nil takes every field
---@field inner boolean

local OPTIONS = { "on", "key", "take", "kind" }
local KINDS = { "left", "inner" }

local function check_options(options)
  if type(options) ~= "table" then
    host.fail 'join needs options after its source, such as { on = "ASSIGNED_BY_ID", key = "ID", take = { "NAME" } }'
  end
  for name in pairs(options) do
    if name ~= "on" and name ~= "key" and name ~= "take" and name ~= "kind" then
      host.fail(('join has no option "%s"%s'):format(tostring(name), nearest.hint(name, OPTIONS)))
    end
  end
  if options.on == nil then
    host.fail 'join needs "on": the field of these rows that holds the key, such as on = "ASSIGNED_BY_ID"'
  end
  local kind = options.kind
  if kind ~= nil and kind ~= "left" and kind ~= "inner" then
    host.fail(('join has no kind "%s"%s'):format(tostring(kind), nearest.hint(kind, KINDS)))
  end
end

--- Reads the options of `join`. Without `key` both sides use the field `on`.
---@param options any
---@return rows.join
function join.plan(options)
  check_options(options)
  local key = options.key
  if key == nil then
    key = options.on
  end
  local take = options.take ~= nil and fields.pairs("join", options.take) or nil
  return { left = options.on, right = key, take = take, inner = options.kind == "inner" }
end

--- Gets the names that the taken fields have in the result, nil when every field is taken.
---@param plan rows.join
---@return string[]?
function join.taken(plan)
  if not plan.take then
    return nil
  end
  local names = {}
  for i, pair in ipairs(plan.take) do
    names[i] = pair.new
  end
  return names
end

-- The fields of the other side that a result row gets. Without `take` all but the key, which `on` holds already.
local function taken_of(row, plan)
  local taken = {}
  if plan.take then
    for _, pair in ipairs(plan.take) do
      taken[pair.new] = row[pair.old]
    end
    return taken
  end
  for name, value in pairs(row) do
    if name ~= plan.right then
      taken[name] = value
    end
  end
  return taken
end

--- Reads the other side once into an index by key. Only what is taken is kept.
---@param next_row fun(): table?
---@param plan rows.join
---@param shape rows.shape # of the other side
---@return table<any, table[]>
function join.index(next_row, plan, shape)
  local names = { plan.right }
  for _, pair in ipairs(plan.take or {}) do
    names[#names + 1] = pair.old
  end
  local watch = fields.watch("join, in the joined rows", names, shape)
  local read, index = fields.reader("join", plan.right), {}
  for row in next_row do
    watch.see(row)
    local key = order.key(read(row))
    if key ~= nil then
      local matches = index[key] or {}
      index[key], matches[#matches + 1] = matches, taken_of(row, plan)
    end
  end
  watch.finish()
  return index
end

local function merged(row, taken)
  local result = {}
  for name, value in pairs(row) do
    result[name] = value
  end
  for name, value in pairs(taken) do
    -- "7" and 7 are one value; the row keeps its own.
    if result[name] == nil then
      result[name] = value
    elseif order.key(result[name]) ~= order.key(value) then
      local sentence = 'join: both sides have the field "%s"; take it under another name: take = { other_%s = "%s" }'
      host.fail(sentence:format(name, tostring(name):lower(), name))
    end
  end
  return result
end

--- Joins rows as they stream by: one row for every match; a row without a match stays as it is, or goes if `inner`.
---@param next_row fun(): table?
---@param index table<any, table[]>
---@param plan rows.join
---@param shape rows.shape
---@return fun(): table?
function join.stream(next_row, index, plan, shape)
  local watch = fields.watch("join", { plan.left }, shape)
  local read = fields.reader("join", plan.left)
  local row, matches, position
  return function()
    while true do
      if matches and matches[position] then
        position = position + 1
        return merged(row, matches[position - 1])
      end
      row = next_row()
      if row == nil then
        watch.finish()
        return nil
      end
      watch.see(row)
      local key = order.key(read(row))
      matches, position = key ~= nil and index[key] or nil, 1
      if not matches and not plan.inner then
        return merged(row, {})
      end
    end
  end
end

return join
