-- One order for values of any kind: numbers (also numeric text), then text, then the rest; missing ones last.
local host = ...
local numbers = require "numbers"
local letters = require "text_letters"

local order = {}

local NUMBER, TEXT, OTHER, MISSING = 1, 2, 3, 4

--- Gets the place of a value: its kind, and what to compare within the kind.
---@param value any
---@return integer kind
---@return any rank
function order.place(value)
  local number = numbers.of(value)
  if number and number == number then
    return NUMBER, number
  end
  if type(value) == "string" then
    return TEXT, letters.collation(value)
  end
  if value == nil or value == host.null or value ~= value then
    return MISSING, 0
  end
  if type(value) == "boolean" then
    return OTHER, value and 1 or 0
  end
  return OTHER, 2
end

--- Tells whether the first value comes before the second in ascending order.
---@param a any
---@param b any
---@return boolean
function order.before(a, b)
  local kind_a, rank_a = order.place(a)
  local kind_b, rank_b = order.place(b)
  if kind_a ~= kind_b then
    return kind_a < kind_b
  end
  return rank_a < rank_b
end

-- Every key is read before sorting: a comparator runs below a C function, where a call to the host can't wait.
local function entries_of(list, keys)
  local entries = {}
  for index, row in ipairs(list) do
    local entry = { row = row, index = index }
    for i, key in ipairs(keys) do
      entry[2 * i - 1], entry[2 * i] = order.place(key.read(row))
    end
    entries[index] = entry
  end
  return entries
end

--- Sorts a list by keys, stably. Kinds keep their order in a descending key, so that missing values stay last.
---@param list table[]
---@param keys { read: (fun(row: table): any), descending: boolean }[]
---@return table[] # a new list
function order.sorted(list, keys)
  local entries, count = entries_of(list, keys), #keys
  table.sort(entries, function(a, b)
    for i = 1, count do
      local kind_a, kind_b, rank_a, rank_b = a[2 * i - 1], b[2 * i - 1], a[2 * i], b[2 * i]
      if kind_a ~= kind_b then
        return kind_a < kind_b
      elseif rank_a ~= rank_b then
        if keys[i].descending then
          return rank_a > rank_b
        end
        return rank_a < rank_b
      end
    end
    return a.index < b.index
  end)
  for i, entry in ipairs(entries) do
    entries[i] = entry.row
  end
  return entries
end

--- Gets the key under which a value is found: numbers and the text that writes them are one ("7" and 7).
---@param value any
---@return any
function order.key(value)
  if math.type(value) then
    return tostring(math.tointeger(value) or value)
  end
  return value
end

return order
