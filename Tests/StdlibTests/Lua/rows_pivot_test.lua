-- pivot: one column for every value of a field.

local deals = {
  { USER = 7, STAGE = "WON", SUM = "5.10" },
  { USER = 8, STAGE = "NEW", SUM = 1 },
  { USER = 7, STAGE = "NEW", SUM = 0.2 },
  { USER = 7, STAGE = "WON", SUM = 0.2 },
}

test("a pivot sums a field into rows and columns", function()
  local table_of = rows(deals):pivot { rows = "USER", columns = "STAGE", value = "SUM" }
  expect(table_of:all()):equals { { USER = 7, NEW = 0.2, WON = 5.3 }, { USER = 8, NEW = 1 } }
  expect(table_of:fields()):equals { "USER", "NEW", "WON" }
end)

test("any aggregate and several row fields may be used", function()
  local table_of = rows(deals):pivot { rows = { "USER", "STAGE" }, columns = "STAGE", value = rows.count() }
  expect(#table_of):equals(3)
  expect(table_of[1]):equals { USER = 7, STAGE = "WON", WON = 2 }
end)

test("columns of numbers are sorted as numbers", function()
  local list = { { A = 1, Y = 10 }, { A = 1, Y = 9 }, { A = 1, Y = "8" } }
  expect(rows(list):pivot({ rows = "A", columns = "Y", value = rows.count() }):fields()):equals { "A", "8", "9", "10" }
end)

test("a column that is named as the row's field is told", function()
  local list = { { A = 1, Y = "A" } }
  raises(function() rows(list):pivot({ rows = "A", columns = "Y", value = rows.count() }):all() end,
    'pivot: the value "A" of the columns is also the field of the rows')
end)

test("misuse is told", function()
  local function pivoting(options)
    return function() rows(deals):pivot(options):all() end
  end
  raises(pivoting(nil), "pivot needs { rows =")
  raises(pivoting { row = "USER" }, 'pivot has no option "row"; did you mean "rows"?')
  raises(pivoting { rows = "USER", columns = "STAGE" }, 'pivot needs "value"')
  raises(pivoting { rows = "USR", columns = "STAGE", value = "SUM" }, 'pivot: no row has the field "USR"')
  raises(pivoting { rows = "USER", columns = "STAGE", value = "SUMM" }, 'pivot: no row has the field "SUMM"')
end)
