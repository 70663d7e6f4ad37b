-- `job { schedule, run(slot) }`: a script that does something on a schedule or when asked.
local definition = require "definition"
local endings = require "definition_endings"
local kinds = require "definition_kinds"

local job = endings.add("job", {})

return setmetatable(job, {
  --- Defines a job. Fails when a key is unknown or of the wrong type, or when `run` is missing.
  __call = function(_, value)
    return kinds.define("job", value)
  end,
  __index = definition.unknown_member("job", job),
})
