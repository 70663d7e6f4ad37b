-- The log of the run: messages with fields, kept by the host.
local host = ...
local definition = require "definition"
local fields = require "rows_fields"

local log = {}

local function check_fields(level, values)
  if type(values) ~= "table" then
    local sentence = 'log.%s needs its fields as a table such as { deal = 5 }, got %s'
    host.fail(sentence:format(level, fields.name(values)))
  end
  local plain = {}
  for name, value in pairs(values) do
    local kind = type(value)
    local is_plain = kind == "string" or kind == "number" or kind == "boolean"
    plain[tostring(name)] = is_plain and value or tostring(value)
  end
  return plain
end

local function write(level, message, values)
  if type(message) ~= "string" and type(message) ~= "number" then
    host.fail(("log.%s needs a message, got %s; for a value: log.%s(tostring(value))")
      :format(level, fields.name(message), level))
  end
  local entry = { level = level, message = tostring(message) }
  if values ~= nil then
    entry.fields = check_fields(level, values)
  end
  host.call("log", entry)
end

--- Writes a message for whoever looks for a fault.
function log.debug(message, values)
  write("debug", message, values)
end

--- Writes a message about the normal course.
function log.info(message, values)
  write("info", message, values)
end

--- Writes a message about something that a person should look at.
function log.warn(message, values)
  write("warn", message, values)
end

--- Writes a message about something that went wrong; the run goes on.
function log.error(message, values)
  write("error", message, values)
end

return setmetatable(log, { __index = definition.unknown_member("log", log) })
