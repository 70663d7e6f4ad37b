-- How a run may end otherwise than by its end: put off to later, or given up. The host sees it by the error's code.
local host = ...
local definition = require "definition"

local endings = {}

local function raise(code, reason, after)
  local failure = { code = code, message = reason, retryable = false, retry_after = after }
  error(setmetatable(failure, host.error_mark), 0)
end

local function check_reason(where, reason)
  if reason ~= nil and type(reason) ~= "string" then
    host.fail(('%s takes its reason as text, got %s'):format(where, type(reason)))
  end
  return reason
end

--- Adds the endings to a kind's module, `handler.snooze` and `handler.cancel`.
---@param kind "report"|"handler"|"job"
---@param module table
---@return table # the module
function endings.add(kind, module)
  --- Ends the run here; the same job runs again after the time, as if it had not been tried yet.
  function module.snooze(time, reason)
    local where = kind .. ".snooze"
    if not definition.duration().test(time) then
      host.fail(('%s needs a number of seconds or text such as "10m", got %s'):format(where, type(time)))
    end
    raise("SNOOZE", check_reason(where, reason) or "put off by the script", time)
  end

  --- Ends the run here, for good and without an alarm: the job is recorded as cancelled, with the reason.
  function module.cancel(reason)
    raise("CANCEL", check_reason(kind .. ".cancel", reason) or "given up by the script")
  end

  return module
end

return endings
