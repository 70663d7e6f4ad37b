---@meta job

--- The time for which a job runs.
---@class job.slot
---@field [string] any

---@class (exact) job.definition: definition
---@field schedule string|string[]|nil # cron or `every "15m"`; without one the job runs when asked
---@field days schedule.days? # on which days the schedule counts
---@field misfire "once"|"skip"|"all"|nil # what becomes of slots that were missed; "once" when left out
---@field grace definition.duration? # how late a slot may be and isn't missed; a minute when left out
---@field catch_up integer? # how many slots "all" makes up for; 24 when left out
---@field overlap "skip"|"queue"|"replace"|nil # while an earlier run is unfinished; "skip" when left out
---@field jitter definition.duration? # a run comes up to so much later than its slot
---@field run fun(slot: job.slot): any

--- Defines a job; the script returns it. Fails when a key is unknown or of the wrong type, or when `run` is missing.
---@param definition job.definition
---@return job.definition
function job(definition) end
