-- The object that a script holds as rows: a stage of a pipeline that is read when something asks for it.
local host = ...
local fields = require "rows_fields"
local nearest = require "nearest"
local source = require "rows_source"

local object = {}

-- The key of an object's state; not text, so that no script meets it.
local STATE = {}
-- More loops than these over the same rows inside one another mean abandoned loops.
local LOOPS = 32

local Rows = { __name = "rows", __unsendable = "a pipeline of rows (its list is :all())" }

--- The verbs of rows by name.
---@type table<string, function>
object.methods = {}

local function new(state)
  state.loops = {}
  return setmetatable({ [STATE] = state }, Rows)
end

--- Tells whether a value is rows.
---@param value any
---@return boolean
function object.is(value)
  return getmetatable(value) == Rows
end

--- Creates a stage that passes rows on one by one.
---@param shape rows.shape
---@param open fun(limit: integer?): (fun(): any) # `limit`: no more rows than that will be asked for
function object.streaming(shape, open)
  return new { shape = shape, open = open }
end

--- Creates a stage that needs all rows before it has the first; it is computed once.
---@param shape rows.shape
---@param build fun(): any[]
function object.computed(shape, build)
  return new { shape = shape, build = build }
end

--- Gets all rows, reading them on the first use. The array belongs to the stage: it must not be changed.
---@return any[]
function object.list(self)
  local state = self[STATE]
  if not state.kept then
    state.kept = state.build and state.build() or source.collect(state.open())
  end
  return state.kept
end

--- Opens the rows for reading one by one.
---@param limit integer? # no more than that will be asked for
---@return fun(): any
function object.open(self, limit)
  local state = self[STATE]
  if state.kept or state.build then
    return source.of_array(object.list(self))
  end
  return state.open(limit)
end

--- Gets what is known about the fields.
---@return rows.shape
function object.shape(self)
  return self[STATE].shape
end

function Rows.__index(self, key)
  if math.type(key) then
    return object.list(self)[key]
  end
  if object.methods[key] == nil and type(key) == "string" then
    local names = fields.of(fields.open(), { object.methods })
    host.fail(('rows can\'t do "%s"%s'):format(key, nearest.hint(key, names)))
  end
  return object.methods[key]
end

function Rows.__newindex()
  host.fail "rows can't be changed in place; make new ones with map"
end

function Rows.__len(self)
  return #object.list(self)
end

function Rows.__pairs(self)
  return next, object.list(self), nil
end

-- `for row in r`: the loop passes the last row back, which tells loops inside one another apart.
function Rows.__call(self, _, last)
  local loops = self[STATE].loops
  if last == nil then
    if #loops == LOOPS then
      table.remove(loops, 1)
    end
    loops[#loops + 1] = { next_row = object.open(self) }
  end
  while last ~= nil and #loops > 1 and not rawequal(loops[#loops].last, last) do
    loops[#loops] = nil
  end
  local loop = loops[#loops]
  if not loop then
    return nil
  end
  loop.last = loop.next_row()
  if loop.last == nil then
    loops[#loops] = nil
  end
  return loop.last
end

return object
