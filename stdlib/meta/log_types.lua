---@meta log

--- The log of the run. Fields are kept beside the message: `log.info("told", { deal = 5 })`.
---@class log
log = {}

--- Writes a message for whoever looks for a fault.
---@param message string|number
---@param fields table<string, any>?
function log.debug(message, fields) end

--- Writes a message about the normal course.
---@param message string|number
---@param fields table<string, any>?
function log.info(message, fields) end

--- Writes a message about something that a person should look at.
---@param message string|number
---@param fields table<string, any>?
function log.warn(message, fields) end

--- Writes a message about something that went wrong; the run goes on.
---@param message string|number
---@param fields table<string, any>?
function log.error(message, fields) end
