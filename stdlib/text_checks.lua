-- Checks of what scripts hand to the functions of `text`.
local host = ...
local fields = require "rows_fields"
local numbers = require "numbers"

local checks = {}

--- Gets a value as an error sentence shows it.
---@param value any
---@return string
function checks.shown(value)
  return type(value) == "string" and ('"%s"'):format(value:sub(1, 40)) or fields.name(value)
end

--- Gets the finite number that a value stands for.
---@return number
function checks.number(verb, value)
  local number = numbers.of(value)
  if not number or number ~= number or number == math.huge or number == -math.huge then
    host.fail(("text.%s needs a number, got %s"):format(verb, number and tostring(number) or checks.shown(value)))
  end
  return number
end

--- Gets text; numbers are written out.
---@return string
function checks.text(verb, value)
  if type(value) == "number" then
    return tostring(value)
  elseif type(value) ~= "string" then
    host.fail(("text.%s needs text, got %s"):format(verb, fields.name(value)))
  end
  return value
end

--- Gets a width in characters.
---@return integer
function checks.width(verb, value)
  local width = math.type(value) and math.tointeger(value)
  if not width or width < 0 then
    host.fail(("text.%s needs a width, a whole number of characters, got %s"):format(verb, checks.shown(value)))
  end
  return width
end

return checks
