-- every: a schedule of a length of time.

test("every makes the text of a schedule", function()
  expect(every "15m"):equals("every 15m")
  expect(every "1h30m"):equals("every 1h30m")
  expect(require "every" "2d"):equals("every 2d")
end)

test("anything but a length of time is told", function()
  raises(function() every(15) end, 'every needs a length of time such as every "15m" or every "1h30m", got 15')
  raises(function() every "hour" end, 'got "hour"')
  raises(function() every() end, "got nil")
end)
