-- `handler { on, run(event) }`: a script that the portal's events start.
local definition = require "definition"
local endings = require "definition_endings"
local kinds = require "definition_kinds"

local handler = endings.add("handler", {})

return setmetatable(handler, {
  --- Defines a handler. Fails when a key is unknown or of the wrong type, or when `on` or `run` is missing.
  __call = function(_, value)
    return kinds.define("handler", value)
  end,
  __index = definition.unknown_member("handler", handler),
})
