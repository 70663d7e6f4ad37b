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

-- Starts a sequence anew: by its own way of opening, which can be told how many items are wanted, or else by the
-- protocol of the generic `for`.
local function of_sequence(sequence, limit)
  local opened = getmetatable(sequence).__open
  if opened then
    local next_item
    return function()
      next_item = next_item or opened(sequence, limit)
      return next_item()
    end
  end
  local control
  return function()
    control = sequence(nil, control)
    return control
  end
end

local function of_iterator(iterator, who)
  local opened = false
  return function()
    if opened then
      host.fail(who .. ": an iterator can be read only once; keep its items first: local list = rows(iterator):all()")
    end
    opened = true
    local control
    return function()
      control = iterator(nil, control)
      return control
    end
  end
end

local function check_array(list, who)
  local key = next(list)
  if key == nil or list[1] ~= nil then
    return
  end
  host.fail(('%s needs a list, got one table with the key "%s"; wrap it: { item }'):format(who, tostring(key)))
end

--- Tells whether a value is a lazy sequence, such as a list of the portal.
---@param value any
---@return boolean
function source.is_sequence(value)
  local meta = type(value) == "table" and getmetatable(value)
  return type(meta) == "table" and meta.__call and type(meta.__index) == "table" and meta.__index.all ~= nil
end

--- Gets a function that opens a source: an array, a lazy sequence or an iterator function. Fails for anything else.
---@param value any
---@param who string? # who needs it, for error sentences
---@return fun(limit: integer?): (fun(): any) # `limit`: no more items than that will be asked for
function source.opener(value, who)
  who = who or "rows"
  if type(value) == "function" then
    return of_iterator(value, who)
  end
  if type(value) ~= "table" then
    local what = type(value) == "nil" and "nothing" or ("a " .. type(value))
    host.fail(who .. " needs a list, a sequence such as b24.crm.deal.list {}, or an iterator, got " .. what)
  end
  local meta = getmetatable(value)
  if source.is_sequence(value) then
    return function(limit)
      return of_sequence(value, limit)
    end
  elseif type(meta) == "table" and meta.__call then
    local name = tostring(value)
    host.fail(("%s needs a list, got %s itself; call it: %s { … }"):format(who, name, name))
  end
  check_array(value, who)
  return function()
    return source.of_array(value)
  end
end

return source
