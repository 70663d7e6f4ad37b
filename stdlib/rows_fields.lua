-- What is known about the fields of rows, and the check that a field which a verb names exists at all.
local host = ...
local nearest = require "nearest"

local fields = {}

--- The fields that rows are known to have. `closed`: they have no others.
---@class rows.shape
---@field closed boolean
---@field list fun(): string[] # in the order in which they came to be

--- Nothing is known before the rows are read.
---@return rows.shape
function fields.open()
  return { closed = false, list = function() return {} end }
end

--- Exactly these fields.
---@param names string[]
---@return rows.shape
function fields.closed(names)
  return { closed = true, list = function() return names end }
end

--- The fields of another shape and these.
---@param shape rows.shape
---@param names string[]
---@return rows.shape
function fields.extended(shape, names)
  return {
    closed = shape.closed,
    list = function()
      local list, has = {}, {}
      for _, source in ipairs { shape.list(), names } do
        for _, name in ipairs(source) do
          if not has[name] then
            list[#list + 1], has[name] = name, true
          end
        end
      end
      return list
    end,
  }
end

--- The fields of another shape with some renamed.
---@param shape rows.shape
---@param new_names table<string, string> # old name → new name
---@return rows.shape
function fields.renamed(shape, new_names)
  return {
    closed = shape.closed,
    list = function()
      local list = {}
      for i, name in ipairs(shape.list()) do
        list[i] = new_names[name] or name
      end
      return list
    end,
  }
end

local function set_of(names)
  local set = {}
  for _, name in ipairs(names) do
    set[name] = true
  end
  return set
end

-- All names of all rows, sorted; those of `first` come before them.
local function names_of(rows, first)
  local has, rest = set_of(first), {}
  for _, row in pairs(rows) do
    for name in pairs(type(row) == "table" and row or {}) do
      if type(name) == "string" and not has[name] then
        has[name], rest[#rest + 1] = true, name
      end
    end
  end
  table.sort(rest)
  return table.move(rest, 1, #rest, #first + 1, table.move(first, 1, #first, 1, {}))
end

--- Gets the fields of rows in order: the known ones first, then what the rows hold besides, by name.
---@param shape rows.shape
---@param rows table[]
---@return string[]
function fields.of(shape, rows)
  return shape.closed and shape.list() or names_of(rows, shape.list())
end

local function fail_missing(verb, name, known)
  host.fail(('%s: no row has the field "%s"%s'):format(verb, name, nearest.hint(name, known)))
end

--- Watches rows go by on behalf of a verb that names fields.
---@class rows.watch
---@field see fun(row: any) # looks at a row; fails when it is not a table
---@field finish fun() # at the end of the rows: fails when a field was in none of them

--- Creates a watch for the fields that a verb names. Fails at once when the shape already says that one doesn't exist.
---@param verb string # as the script wrote it, for the error sentence
---@param names any[] # names to look for; what is not text (functions) is passed over
---@param shape rows.shape
---@param any_items boolean? # items need not be tables as long as no field is named
---@return rows.watch
function fields.watch(verb, names, shape, any_items)
  local pending, known = {}, set_of(shape.list())
  for _, name in ipairs(names) do
    any_items = any_items and type(name) ~= "string"
    if type(name) == "string" and not known[name] then
      if shape.closed then
        fail_missing(verb, name, shape.list())
      end
      pending[#pending + 1] = name
    end
  end
  local count, first, last = 0, nil, nil
  return {
    see = function(row)
      count = count + 1
      if type(row) ~= "table" and not any_items then
        host.fail(("%s: row %d is a %s, not a table; turn it into one with map"):format(verb, count, type(row)))
      end
      if #pending > 0 then
        first, last = first or row, row
        for i = #pending, 1, -1 do
          if row[pending[i]] ~= nil then
            table.remove(pending, i)
          end
        end
      end
    end,
    finish = function()
      if count > 0 and #pending > 0 then
        fail_missing(verb, pending[1], names_of({ first, last }, shape.list()))
      end
    end,
  }
end

--- Gets a function that reads a value from a row: a field by its name, or a function's result.
---@param verb string
---@param field string|fun(row: table): any
---@return fun(row: table): any
function fields.reader(verb, field)
  if type(field) == "function" then
    return field
  end
  if type(field) ~= "string" then
    host.fail(('%s needs a field\'s name such as "AMOUNT", or a function, got %s'):format(verb, fields.name(field)))
  end
  return function(row)
    local value = row[field]
    if value == host.null then
      return nil
    end
    return value
  end
end

--- Reads a list of fields that may be renamed: `{ "NAME", manager = "LAST_NAME" }`.
---@param verb string
---@param take any
---@return { old: string, new: string }[] # the list part first, then the named ones by their new name
function fields.pairs(verb, take)
  if type(take) ~= "table" then
    host.fail(('%s needs a list of fields such as { "ID", "TITLE" }, got %s'):format(verb, fields.name(take)))
  end
  local list, named = {}, {}
  for key, value in pairs(take) do
    if type(value) ~= "string" then
      host.fail(("%s: a field's name must be text, got %s"):format(verb, fields.name(value)))
    elseif type(key) == "string" then
      named[#named + 1] = { old = value, new = key }
    end
  end
  for i, value in ipairs(take) do
    list[i] = { old = value, new = value }
  end
  table.sort(named, function(a, b) return a.new < b.new end)
  return table.move(named, 1, #named, #list + 1, list)
end

--- Gets what a value is, for an error sentence: `nil`, `a string`, `an array`…
---@param value any
---@return string
function fields.name(value)
  local kind = type(value)
  if kind == "nil" then
    return "nothing"
  end
  return (kind == "userdata" and "null") or ("a " .. kind)
end

return fields
