-- handler.snooze, job.cancel and the like: a run that ends otherwise.

local function failure_of(body)
  local succeeded, failure = pcall(body)
  expect(succeeded):equals(false)
  return failure
end

test("a run is put off", function()
  local failure = failure_of(function() handler.snooze("10m", "the deal is locked") end)
  expect(failure.code):equals("SNOOZE")
  expect(failure.retry_after):equals("10m")
  expect(failure.message):equals("the deal is locked")
  expect(failure_of(function() job.snooze(30) end).message):equals("put off by the script")
end)

test("a run is given up", function()
  local failure = failure_of(function() report.cancel "nothing to report" end)
  expect(failure.code):equals("CANCEL")
  expect(failure.message):equals("nothing to report")
end)

test("a wrong time or reason is told", function()
  raises(function() handler.snooze("later") end, 'handler.snooze needs a number of seconds or text such as "10m"')
  raises(function() job.cancel(5) end, "job.cancel takes its reason as text, got number")
  raises(function() return job.snoze end, 'job has no "snoze"; did you mean "snooze"?')
end)
