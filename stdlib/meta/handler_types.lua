---@meta handler

--- What a handler gets of an event.
---@class handler.event
---@field name string # "ONCRMDEALUPDATE"
---@field id integer|string|nil # the identifier of what changed
---@field [string] any

---@class (exact) handler.definition: definition
---@field on b24.event_code[] # the portal's events
---@field coalesce boolean|definition.duration|nil # events of one item within this time are one run
---@field run fun(event: handler.event)

--- Defines a handler; the script returns it. Fails when a key is unknown or of the wrong type, or when `on` or `run`
--- is missing.
---@param definition handler.definition
---@return handler.definition
function handler(definition) end
