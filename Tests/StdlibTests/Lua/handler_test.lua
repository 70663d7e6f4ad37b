-- handler: its definition.

local function run() end

test("a handler keeps what was written and knows its kind", function()
  local defined = handler {
    title = "Big deals", on = { "ONCRMDEALADD" }, scopes = { "crm" }, writes = { "im.notify.personal.add" },
    retry = { attempts = 8 }, coalesce = "5s", run = run,
  }
  expect(defined.kind):equals("handler")
  expect(defined.on):equals { "ONCRMDEALADD" }
  expect(getmetatable(defined).__name):equals("handler")
end)

test("a handler can be paused after failures, but has no days", function()
  expect(handler({ on = { "X" }, pause_after = 3, run = run }).pause_after):equals(3)
  raises(function() handler { on = { "X" }, run = run, days = "every day" } end,
    'handler has no key "days"; a report has one')
end)

test("mistakes are told", function()
  raises(function() handler { run = run } end, 'handler has no on; add on = { "ONCRMDEALUPDATE" }')
  raises(function() handler { on = {}, run = run } end, "handler: on names no event")
  raises(function() handler { on = { "X" } } end, "handler has no run; add run = function(event) … end")
  raises(function() handler { on = "X", run = run } end, 'handler: on must be a list such as { "ONCRMDEALUPDATE" }')
  raises(function() handler { on = { "X" }, run = run, schedule = "* * * * *" } end,
    'handler has no key "schedule"; a report has one')
  raises(function() handler { on = { "X" }, run = run, coalesce = "x" } end, "coalesce must be true, false or a length")
  raises(function() handler "x" end, 'handler needs a table, got "x"; write handler { … }')
end)
