-- `every "15m"`: a schedule that counts elapsed time, as the text that the host reads.
local host = ...

--- Makes a schedule of a length of time. Fails for anything but a text with a unit.
---@param length string
---@return string
return function(length)
  if type(length) ~= "string" or not length:find "^%d+[smhdSMHD]" then
    host.fail(('every needs a length of time such as every "15m" or every "1h30m", got %s'):format(
      type(length) == "string" and ('"%s"'):format(length:sub(1, 40)) or tostring(length):sub(1, 40)), "every")
  end
  return "every " .. length
end
