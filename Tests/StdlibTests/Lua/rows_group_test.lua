-- group_by and aggregate.

local deals = {
  { STAGE = "WON", USER = "7", SUM = 5 },
  { STAGE = "NEW", USER = 8, SUM = 1 },
  { STAGE = "WON", USER = 7, SUM = 2 },
  { STAGE = "WON", SUM = 4 },
}

test("groups come in the order in which they were first seen and keep their fields", function()
  expect(rows(deals):group_by("STAGE"):aggregate({ n = rows.count(), sum = rows.sum "SUM" }):all()):equals {
    { STAGE = "WON", n = 3, sum = 11 }, { STAGE = "NEW", n = 1, sum = 1 },
  }
end)

test("a number and its text are one group, a missing value is a group of its own", function()
  expect(rows(deals):group_by("USER"):aggregate({ n = rows.count() }):all()):equals {
    { USER = "7", n = 2 }, { USER = 8, n = 1 }, { n = 1 },
  }
end)

test("several fields make a group together", function()
  local groups = rows(deals):group_by("STAGE", "USER"):aggregate { n = rows.count() }
  expect(#groups):equals(3)
  expect(groups[1]):equals { STAGE = "WON", USER = "7", n = 2 }
end)

test("a function makes groups, under the name group or its own", function()
  local function size(deal)
    return deal.SUM > 3 and "big" or "small"
  end
  expect(rows(deals):group_by(size):aggregate({ n = rows.count() }):list "group"):equals { "big", "small" }
  expect(rows(deals):group_by({ size = size }):aggregate({ n = rows.count() }):list "size"):equals { "big", "small" }
end)

test("fields of the groups are known: first the group's, then the aggregates by name", function()
  local groups = rows(deals):group_by("STAGE"):aggregate { z = rows.count(), a = rows.sum "SUM" }
  expect(groups:fields()):equals { "STAGE", "a", "z" }
end)

test("without aggregates the groups themselves are left", function()
  expect(rows(deals):group_by("STAGE"):aggregate({}):list "STAGE"):equals { "WON", "NEW" }
end)

test("misuse is told", function()
  raises(function() rows(deals):group_by() end, 'group_by needs what to group by: a field\'s name')
  raises(function() rows(deals):group_by(5) end, "group_by needs a field's name")
  raises(function() rows(deals):group_by("STAGE"):aggregate() end, "aggregate needs a table of named aggregates")
  raises(function() rows(deals):group_by("STAGE"):aggregate(rows.count()) end,
    "aggregate needs a table of named aggregates")
  raises(function() rows(deals):group_by("STAGE"):aggregate { rows.count() } end, "every aggregate needs a name")
  raises(function() rows(deals):group_by("STAGE"):aggregate { n = "SUM" } end,
    'aggregate: "n" must be an aggregate such as rows.sum "OPPORTUNITY", got a string')
  raises(function() rows(deals):group_by("STAGE"):aggregate { STAGE = rows.count() } end,
    'aggregate: "STAGE" is already the field of the group')
  raises(function() rows(deals):group_by("STAG"):aggregate({ n = rows.count() }):all() end,
    'aggregate: no row has the field "STAG"; did you mean "STAGE"?')
  raises(function() rows({ 5 }):group_by("STAGE"):aggregate({}):all() end, "aggregate: row 1 is a number, not a table")
end)
