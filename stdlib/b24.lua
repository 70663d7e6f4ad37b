--- Bitrix24's methods by their names: `b24.crm.deal.get { id = 5 }`.
local host = ...

--- How many loops over one sequence may be left by `break` before the oldest is forgotten.
local open_loops = 16

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
end

local function open(method, params, limit)
  local page = host.call("b24.list.open", { method = method, params = params, limit = limit })
  local cursor = setmetatable({ list = page.list }, Cursor)
  cursor:turn(page)
  return cursor
end

--- The items of a method that lists: read page by page while they are used, from the beginning by every loop.
local Sequence = {}
Sequence.__index = Sequence
Sequence.__name = "sequence"

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
    cursor = open(self.method, self.params)
    loops[#loops + 1] = cursor
  else
    cursor = loops[#loops]
    if not rawequal(cursor.last, last) then cursor = loop_of(loops, last) end
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
  local items, count = {}, 0
  local cursor = open(self.method, self.params)
  for item in function() return cursor:next() end do
    count = count + 1
    items[count] = item
  end
  return items
end

--- Gets the first item, or nil if there is none. Reads one page at most.
function Sequence:first()
  return open(self.method, self.params, 1):next()
end

--- Gets how many items the portal counts. One request, no items.
function Sequence:count()
  return host.call("b24.list.count", { method = self.method, params = self.params })
end

function Sequence:__len()
  host.fail(("the length of a %s list is not known before it is read: use :count(), or #list:all()")
    :format(self.method))
end

local function check_params(method, params, extra)
  if params ~= nil and type(params) ~= "table" then
    host.fail(("%s takes one table of parameters, as in b24.%s { … }, not a %s"):format(method, method, type(params)))
  end
  if extra ~= nil then
    host.fail(("%s takes one table of parameters, and there is a second argument"):format(method))
  end
end

local Method = {}

-- Keys that no name of a method can be.
local PATH, LISTS = {}, {}

--- A name on the way to a method, such as `b24.crm` or `b24.crm.deal.list`.
local function name_of(path)
  return setmetatable({ [PATH] = path }, Method)
end

function Method:__index(name)
  if name == LISTS then return nil end
  if type(name) ~= "string" then
    host.fail(("b24.%s has no method %s; names are text"):format(self[PATH], tostring(name)))
  end
  local child = name_of(self[PATH] .. "." .. name)
  rawset(self, name, child)
  return child
end

function Method:__newindex(name)
  host.fail(("b24.%s.%s can't be set: methods are the portal's"):format(self[PATH], tostring(name)))
end

function Method:__call(params, extra)
  local method = self[PATH]
  check_params(method, params, extra)
  local lists = self[LISTS]
  if lists == nil then
    lists = host.call("b24.describe", { method = method }).lists
    rawset(self, LISTS, lists)
  end
  if lists then
    return setmetatable({ method = method, params = params, loops = {} }, Sequence)
  end
  return host.call("b24.result", { method = method, params = params })
end

function Method:__tostring()
  return "b24." .. self[PATH]
end

local b24 = {}

--- Makes one raw call and gets the portal's answer as it came: `result`, `total`, `next`, `time`.
--- Never walks through pages. Fails with an error table (`code`, `message`, `method`, `status`, `retryable`, `hint`).
function b24.call(method, params, extra)
  if type(method) ~= "string" or method == "" then
    host.fail('b24.call takes the method\'s name first, as in b24.call("user.current", {})')
  end
  check_params(method, params, extra)
  return host.call("b24.call", { method = method, params = params })
end

return setmetatable(b24, {
  __index = function(self, name)
    if type(name) ~= "string" then return nil end
    local child = name_of(name)
    rawset(self, name, child)
    return child
  end,
})
