-- dates: ISO dates taken apart.
local dates = require "dates"

test("a date and a date-time are taken apart", function()
  expect(dates.parse "2026-11-16"):equals {
    year = 2026, month = 11, day = 16, hour = 0, minute = 0, second = 0, timed = false,
  }
  expect(dates.parse "2026-11-16T09:05:07+03:00"):equals {
    year = 2026, month = 11, day = 16, hour = 9, minute = 5, second = 7, timed = true, offset = 10800,
  }
  expect(dates.parse("2026-11-16 09:05").minute):equals(5)
  expect(dates.parse("2026-11-16 09:05").offset):is_nil()
  expect(dates.parse("2026-11-16T09:05:07.123Z").offset):equals(0)
  expect(dates.parse("2026-11-16T09:05:07-0530").offset):equals(-19800)
end)

test("what is no date is nil", function()
  for _, text in ipairs {
    "", "yesterday", "16.11.2026", "2026-13-01", "2026-00-10", "2026-02-29", "2026-11-31", "2026-11-16T25:00",
    "2026-11-16T09", "2026-11-16T09:00:00+3", "2026-11-16 noon",
  } do
    expect(dates.parse(text)):is_nil()
  end
  expect(dates.parse(nil)):is_nil()
  expect(dates.parse(20261116)):is_nil()
  expect(dates.parse("2028-02-29").day):equals(29)
end)

test("days are counted from 1970", function()
  expect(dates.days(dates.parse "1970-01-01")):equals(0)
  expect(dates.days(dates.parse "2000-03-01")):equals(11017)
  expect(dates.days(dates.parse "1969-12-31")):equals(-1)
  expect(dates.days(dates.parse "2026-11-24")):equals(20781)
end)

test("seconds respect the offset", function()
  expect(dates.seconds(dates.parse "1970-01-01T03:00:00+03:00")):equals(0)
  expect(dates.seconds(dates.parse "1970-01-01T00:00:00-01:00")):equals(3600)
end)

test("weekdays count from Monday", function()
  expect(dates.weekday(dates.parse "2026-11-23")):equals(1)
  expect(dates.weekday(dates.parse "2026-11-22")):equals(7)
  expect(dates.weekday(dates.parse "1970-01-01")):equals(4)
end)
