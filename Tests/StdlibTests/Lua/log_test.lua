-- log: messages with fields.

test("every level takes a message, with or without fields", function()
  for _, level in ipairs { "debug", "info", "warn", "error" } do
    expect(log[level]("message")):is_nil()
    expect(log[level]("message", { deal = 5, title = "x", done = true, list = {} })):is_nil()
  end
  expect(log.info(5)):is_nil()
end)

test("misuse is told", function()
  raises(function() log.info() end, "log.info needs a message, got nothing")
  raises(function() log.warn({}) end, "log.warn needs a message, got a table; for a value: log.warn(tostring(value))")
  raises(function() log.error("x", 5) end, "log.error needs its fields as a table such as { deal = 5 }, got a number")
  raises(function() return log.warning end, 'log has no "warning"')
end)
