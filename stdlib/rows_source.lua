-- Where rows come from: each source is opened into a function that gets the next item, or nil at the end.
local host = ...

local source = {}

--- Opens an array.
---@param list any[]
---@return fun(): any
function source.of_array(list)
  local index = 0
  return function()
    index = index + 1
    return list[index]
  end
end

--- Reads what is left of an opened source into an array.
---@param next_item fun(): any
---@return any[]
function source.collect(next_item)
  local list = {}
  for item in next_item do
    list[#list + 1] = item
  end
  return list
end

-- Follows the protocol of the generic `for`, so that a sequence starts anew at every loop.
local function of_sequence(sequence)
  local control
  return function()
    control = sequence(nil, control)
    return control
  end
end

local function of_iterator(iterator)
  local opened = false
  return function()
    if opened then
      host.fail "rows: an iterator can be read only once; keep its items first: local list = rows(iterator):all()"
    end
    opened = true
    local control
    return function()
      control = iterator(nil, control)
      return control
    end
  end
end

local function check_array(list)
  local key = next(list)
  if key == nil or list[1] ~= nil then
    return
  end
  host.fail(('rows needs a list, got one table with the key "%s"; wrap it: rows { item }'):format(tostring(key)))
end

local function is_sequence(meta)
  return type(meta) == "table" and meta.__call and type(meta.__index) == "table" and meta.__index.all ~= nil
end

--- Gets a function that opens a source: an array, a lazy sequence or an iterator function. Fails for anything else.
---@param value any
---@return fun(): (fun(): any)
function source.opener(value)
  if type(value) == "function" then
    return of_iterator(value)
  end
  if type(value) ~= "table" then
    local what = type(value) == "nil" and "nothing" or ("a " .. type(value))
    host.fail("rows needs a list, a sequence such as b24.crm.deal.list {}, or an iterator, got " .. what)
  end
  local meta = getmetatable(value)
  if is_sequence(meta) then
    return function()
      return of_sequence(value)
    end
  elseif type(meta) == "table" and meta.__call then
    local name = tostring(value)
    host.fail(("rows needs a list, got %s itself; call it: %s { … }"):format(name, name))
  end
  check_array(value)
  return function()
    return source.of_array(value)
  end
end

return source
