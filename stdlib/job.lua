-- `job { schedule, run(slot) }`: a script that does something on a schedule or when asked.
local kinds = require "definition_kinds"

--- Defines a job. Fails when a key is unknown or of the wrong type, or when `run` is missing.
---@param value job.definition
---@return job.definition
return function(value)
  return kinds.define("job", value)
end
