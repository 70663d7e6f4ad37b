-- period: expressions, containment, neighbours.

local function week()
  return period.from_table {
    from = "2026-11-16T00:00:00+03:00", to = "2026-11-23T00:00:00+03:00", first = "2026-11-16", last = "2026-11-22",
    slug = "2026-W47", expression = "last week", zone = "Europe/Moscow", days = 7,
  }
end

test("the host tells what an expression means", function()
  local found = period "2026-W47"
  expect(found.first):equals("2026-11-16")
  expect(found.last):equals("2026-11-22")
  expect(found.slug):equals("2026-W47")
  expect(found.days):equals(7)
  expect(tostring(found)):equals("2026-W47")
end)

test("neighbours are of the same kind", function()
  local found = period "2026-W47"
  expect(found:previous().slug):equals("2026-W46")
  expect(found:next().first):equals("2026-11-23")
end)

test("named periods are functions", function()
  for _, name in ipairs {
    "today", "yesterday", "tomorrow", "this_week", "next_week", "this_month", "last_month", "next_month",
    "this_quarter", "last_quarter", "next_quarter", "this_year", "last_year", "next_year",
  } do
    expect(type(period[name]().first)):equals("string")
  end
  expect(period.last_week().days):equals(7)
  expect(type(period.last_days(7).slug)):equals("string")
  expect(type(period.last_weeks(2).slug)):equals("string")
  expect(type(period.last_months(3.0).slug)):equals("string")
end)

test("a range has both its ends", function()
  local found = period.range("2026-11-01", "2026-11-15T12:00:00+03:00")
  expect(found.first):equals("2026-11-01")
  expect(found.last):equals("2026-11-15")
end)

test("a period contains the dates from its first to its last day", function()
  expect(week():contains "2026-11-16"):is_true()
  expect(week():contains "2026-11-22"):is_true()
  expect(week():contains "2026-11-15"):is_false()
  expect(week():contains "2026-11-23"):is_false()
end)

test("a date-time is compared as a moment, whatever its offset", function()
  expect(week():contains "2026-11-16T00:00:00+03:00"):is_true()
  expect(week():contains "2026-11-15T21:00:00Z"):is_true()
  expect(week():contains "2026-11-15T20:59:59Z"):is_false()
  expect(week():contains "2026-11-22T23:59:59+03:00"):is_true()
  expect(week():contains "2026-11-23T00:00:00+03:00"):is_false()
  expect(week():contains "2026-11-23T04:59:59+08:00"):is_true()
end)

test("a date-time without an offset is the wall clock of the period's zone", function()
  expect(week():contains "2026-11-16 00:00:00"):is_true()
  expect(week():contains "2026-11-15T23:59:59"):is_false()
  expect(week():contains "2026-11-22T23:59"):is_true()
end)

test("missing dates are in no period", function()
  expect(week():contains(nil)):is_false()
  expect(week():contains ""):is_false()
  expect(week():contains(json.null)):is_false()
end)

test("periods of the same span are equal", function()
  expect(week() == week()):is_true()
  expect(week() == period "2026-W46"):is_false()
end)

test("misuse is told", function()
  raises(function() period(5) end, 'period needs text such as "last week" or "2026-11", got a number')
  raises(function() period.last_days(0) end, "period.last_days needs a whole number from 1 on, got 0")
  raises(function() period.last_weeks() end, "period.last_weeks needs a whole number from 1 on, got nothing")
  raises(function() period.last_days(1.5) end, "got 1.5")
  raises(function() period.range("2026-11-15", "2026-11-01") end, "write the earlier date first")
  raises(function() period.range("soon", "2026-11-01") end, 'period.range: "from" must be a date such as')
  raises(function() period.range("2026-11-01") end, '"to" must be a date such as "2026-11-16", got nothing')
  raises(function() week():contains "soon" end, 'period:contains needs an ISO date such as "2026-11-16", got "soon"')
  raises(function() return period.last_wek end, 'period has no "last_wek"; did you mean "last_week"?')
end)
