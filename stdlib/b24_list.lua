--- Lists of the portal: lazy sequences whose items are read page by page while they are used.
local host = ...

--- How many loops over one sequence may be left by `break` before the oldest is forgotten.
local open_loops = 16

-- What the host had to say about lists, so that it is said once.
local told = {}

local Cursor = {}
Cursor.__index = Cursor

--- Gets the next item, asking the host for the next page when this one is used up.
function Cursor:next()
  while self.position >= self.count do
    if self.done then return nil end
    local page = host.call("b24.list.next", { list = self.list })
    self:turn(page)
  end
  self.position = self.position + 1
  return self.items[self.position]
end

function Cursor:turn(page)
  self.items = page.items
  self.count = #page.items
  self.position = 0
  self.done = page.done
  if page.partial then self.sequence.incomplete = page.partial end
  if page.note and not told[page.note] then
    told[page.note] = true
    host.call("log", { level = "warn", message = host.where() .. page.note })
  end
end

function Cursor:rest()
  local items, count = {}, 0
  for item in function() return self:next() end do
    count = count + 1
    items[count] = item
  end
  return items
end

local function similar_key(name, item)
  local nearest = require "nearest"
  for key in pairs(item) do
    if type(key) == "string" and nearest.same(key, name) then return key end
  end
end

--- Gets a field's name as the items write it: an order may name `CREATED_DATE` and the items `createdDate`.
local function spelling_of(name, items)
  local similar
  for _, item in ipairs(items) do
    if type(item) == "table" then
      if item[name] ~= nil then return name end
      similar = similar or similar_key(name, item)
    end
  end
  return similar or name
end

--- Reads all items and puts them into an order of Lua's own.
function Cursor:sort(order)
  local fields, verbs = require "rows_fields", require "rows_verbs"
  local items, names = self:rest(), {}
  for i, by in ipairs(order) do
    local sign, name = by:match "^(%-?)(.*)$"
    names[i] = sign .. spelling_of(name, items)
  end
  self.items = verbs.sorted(items, "by_id", verbs.sorting_keys("by_id", names), fields.open())
  self.count, self.position = #items, 0
end

--- The items of a method that lists: read page by page while they are used, from the beginning by every loop.
local Sequence = { __name = "sequence", __unsendable = "a list that has not been read (its items are :all())" }
Sequence.__index = Sequence

local function open(sequence, limit)
  sequence.incomplete = nil
  local cursor = setmetatable({ sequence = sequence }, Cursor)
  local page = host.call("b24.list.open", {
    method = sequence.method, params = sequence.params, version = sequence.version, walk = sequence.walk,
    raw = sequence.raw, limit = not sequence.order and limit or nil,
  })
  cursor.list = page.list
  cursor:turn(page)
  if sequence.order then cursor:sort(sequence.order) end
  return cursor
end

--- Opens the sequence for `rows` and `parallel`: gets a function that gets the next item.
function Sequence:__open(limit)
  local cursor = open(self, limit)
  return function() return cursor:next() end
end

--- Finds the loop that got `last`; the loops above it have been left by `break`.
local function loop_of(loops, last)
  for i = #loops, 1, -1 do
    if rawequal(loops[i].last, last) then return loops[i] end
    loops[i] = nil
  end
end

function Sequence:__call(_, last)
  local loops = self.loops
  local cursor
  if last == nil then
    if #loops >= open_loops then table.remove(loops, 1) end
    cursor = open(self)
    loops[#loops + 1] = cursor
  else
    cursor = loops[#loops]
    if not cursor or not rawequal(cursor.last, last) then cursor = loop_of(loops, last) end
    if not cursor then
      host.fail(("more than %d loops over one %s list are open; read it with :all() first")
        :format(open_loops, self.method))
    end
  end
  local item = cursor:next()
  cursor.last = item
  if item == nil then loops[#loops] = nil end
  return item
end

--- Reads all items into an array.
function Sequence:all()
  return open(self):rest()
end

--- Gets the first item, or nil if there is none. Reads one page at most.
function Sequence:first()
  return open(self, 1):next()
end

--- Gets how many items the portal counts. One request, no items.
function Sequence:count()
  return host.call("b24.list.count", { method = self.method, params = self.params, version = self.version })
end

--- Gets why the last reading is not complete, in one sentence; nil when nothing is missing.
function Sequence:partial()
  return self.incomplete
end

function Sequence:__len()
  host.fail(("the length of a %s list is not known before it is read: use :count(), or #list:all()")
    :format(self.method))
end

--- Makes a sequence. Nothing is asked for before it is used.
---@param target { method: string, params: table?, version: integer?, raw: boolean?, walk: string?, order: string[]? }
local function new(target)
  target.loops = {}
  return setmetatable(target, Sequence)
end

local function is_identifier(name)
  return name:upper() == "ID"
end

--- Reads an order as the portal takes it, `{ CLOSEDATE = "DESC" }`, into names with `-` for descending.
local function sorting_of(order, method)
  local names, others = {}, {}
  for name, direction in pairs(order) do
    if type(name) ~= "string" or type(direction) ~= "string" then
      host.fail(('by_id: the order of %s is written { FIELD = "ASC" } or { FIELD = "DESC" }'):format(method))
    end
    local sorting = (direction:upper():find "DESC" and "-" or "") .. name
    table.insert(is_identifier(name) and names or others, sorting)
  end
  if #others > 1 then
    table.sort(others, function(a, b) return a:gsub("^%-", "") < b:gsub("^%-", "") end)
    host.fail(('by_id: Lua doesn\'t know which field of the order comes first; name them: :by_id("%s")')
      :format(table.concat(others, '", "')))
  end
  -- An identifier is unique: no field behind it would matter.
  return table.move(names, 1, #names, #others + 1, others)
end

local function check_names(names)
  for _, name in ipairs(names) do
    if type(name) ~= "string" or name == "" or name == "-" then
      host.fail(('by_id takes fields\' names such as "TITLE", or "-CLOSEDATE" for the greatest first, not a %s')
        :format(type(name)))
    end
  end
  return names
end

--- Gets the same list read by identifier, so that no item is lost or repeated while the list changes, and sorted here:
--- by these fields (`-` for descending), or else by the `order` of its parameters. Sorting needs all items in memory.
function Sequence:by_id(...)
  local params, order = {}, nil
  for name, value in pairs(self.params or {}) do
    if type(name) == "string" and name:lower() == "order" then order = value else params[name] = value end
  end
  local sorting = check_names { ... }
  if #sorting == 0 and order ~= nil then
    if type(order) ~= "table" then
      host.fail(('by_id: the order of %s is a table such as { CLOSEDATE = "DESC" }'):format(self.method))
    end
    sorting = sorting_of(order, self.method)
  end
  return new {
    method = self.method, params = params, version = self.version, raw = self.raw, walk = "id",
    order = sorting[1] and sorting or nil,
  }
end

return new
