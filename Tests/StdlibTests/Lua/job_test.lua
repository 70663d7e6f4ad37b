-- job: its definition.

test("a job keeps what was written and knows its kind", function()
  local defined = job { title = "Stale leads", schedule = "0 8 * * *", scopes = { "crm" }, run = function() end }
  expect(defined.kind):equals("job")
  expect(defined.schedule):equals("0 8 * * *")
end)

test("mistakes are told", function()
  raises(function() job { title = "x" } end, "job has no run; add run = function(slot) … end")
  raises(function() job { run = print, shedule = "x" } end, 'job has no key "shedule"; did you mean "schedule"?')
  raises(function() job { run = print, formats = { "md" } } end, 'job has no key "formats"; a report has one')
end)
