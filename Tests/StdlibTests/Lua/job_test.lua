-- job: its definition.

test("a job keeps what was written and knows its kind", function()
  local defined = job { title = "Stale leads", schedule = "0 8 * * *", scopes = { "crm" }, run = function() end }
  expect(defined.kind):equals("job")
  expect(defined.schedule):equals("0 8 * * *")
end)

test("a job may have several schedules and says how they are dealt with", function()
  local defined = job {
    schedule = { "0 8 * * *", every "1h30m" }, days = "working days", misfire = "all", grace = "5m", catch_up = 10,
    overlap = "queue", jitter = 30, pause_after = 5, deadline = "10m", run = function() end,
  }
  expect(defined.schedule):equals { "0 8 * * *", "every 1h30m" }
  expect(defined.days):equals("working days")
  expect(defined.pause_after):equals(5)
end)

test("a job, a report and a handler may name their portal", function()
  local run = function() end
  expect(job({ portal = "perm", run = run }).portal):equals("perm")
  expect(report({ title = "t", portal = "perm", run = run }).portal):equals("perm")
  expect(handler({ on = { "X" }, portal = "perm", run = run }).portal):equals("perm")
  raises(function() job { portal = { "perm" }, run = run } end, 'job: portal must be text such as "main", got a table')
  raises(function() handler { on = { "X" }, portal = "", run = run } end, 'handler: portal must be text such as "main"')
  raises(function() job { portl = "perm", run = run } end, 'job has no key "portl"; did you mean "portal"?')
end)

test("mistakes in a schedule are told", function()
  local function with(key, value)
    return function() job { run = print, [key] = value } end
  end
  raises(with("schedule", 5), 'job: schedule must be text such as "0 9 * * MON" or a list of such texts, got 5')
  raises(with("schedule", {}), "job: schedule must be text")
  raises(with("schedule", { "0 9 * * *", 7 }), "job: schedule must be text")
  raises(with("days", "workin days"), 'did you mean "working days"?')
  raises(with("misfire", "onse"), 'did you mean "once"?')
  raises(with("overlap", "que"), 'job: overlap must be one of')
  raises(with("grace", "soon"), 'job: grace must be a number of seconds or text such as "30m", got "soon"')
  raises(with("jitter", -1), "job: jitter must be a number of seconds")
  raises(with("catch_up", 0), "job: catch_up must be a whole number of slots, from 1 on, got 0")
  raises(with("pause_after", 1.5), "job: pause_after must be a whole number of failures in a row, from 1 on, got 1.5")
end)

test("mistakes are told", function()
  raises(function() job { title = "x" } end, "job has no run; add run = function(slot) … end")
  raises(function() job { run = print, shedule = "x" } end, 'job has no key "shedule"; did you mean "schedule"?')
  raises(function() job { run = print, formats = { "md" } } end, 'job has no key "formats"; a report has one')
end)
