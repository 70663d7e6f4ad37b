---@meta job

--- The time for which a job runs.
---@class job.slot
---@field [string] any

---@class (exact) job.definition: definition
---@field schedule string? # cron; without one the job runs when asked
---@field misfire string?
---@field overlap string?
---@field run fun(slot: job.slot): any

--- Defines a job; the script returns it. Fails when a key is unknown or of the wrong type, or when `run` is missing.
---@param definition job.definition
---@return job.definition
function job(definition) end
