-- `handler { on, run(event) }`: a script that the portal's events start.
local kinds = require "definition_kinds"

--- Defines a handler. Fails when a key is unknown or of the wrong type, or when `on` or `run` is missing.
---@param value handler.definition
---@return handler.definition
return function(value)
  return kinds.define("handler", value)
end
