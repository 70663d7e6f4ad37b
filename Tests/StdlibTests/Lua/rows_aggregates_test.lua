-- rows.sum and its like.

local items = {
  { G = "a", N = 3, S = "10.50", T = "2026-11-02", E = "" },
  { G = "a", N = 1, S = "0.10", T = "2026-10-01", E = "5" },
  { G = "a", S = 0.2, E = "" },
}

local function one(spec)
  return rows(items):group_by("G"):aggregate({ value = spec })[1].value
end

test("sum adds integers, doubles and numeric text, and passes over empty values", function()
  expect(one(rows.sum "N")):equals(4)
  expect(one(rows.sum "S")):equals(10.8)
  expect(one(rows.sum "E")):equals(5)
  expect(one(rows.sum(function(item) return (item.N or 0) * 2 end))):equals(8)
end)

test("average takes the values that are there", function()
  expect(one(rows.average "N")):equals(2.0)
  expect(rows({ { G = 1, N = "" } }):group_by("G"):aggregate({ v = rows.average "N" })[1].v):is_nil()
end)

test("count counts rows, or the rows that have a value", function()
  expect(one(rows.count())):equals(3)
  expect(one(rows.count "N")):equals(2)
end)

test("min and max compare numbers as numbers and dates as text", function()
  expect(one(rows.min "S")):equals(0.1)
  expect(one(rows.max "S")):equals(10.5)
  expect(one(rows.min "T")):equals("2026-10-01")
  expect(one(rows.max "T")):equals("2026-11-02")
end)

test("first and last take values that are there", function()
  expect(one(rows.first "N")):equals(3)
  expect(one(rows.last "N")):equals(1)
end)

test("list gathers values, count_distinct counts different ones", function()
  expect(one(rows.list "N")):equals { 3, 1 }
  expect(rows({ { A = 7 }, { A = "7" }, { A = 7.0 }, { A = "x" }, {} }):count_distinct "A"):equals(2)
end)

test("what can't be added is told", function()
  raises(function() one(rows.sum "G") end, 'rows.sum: the field "G" must be a number, but a row has the text "a"')
  raises(function() rows({ { A = {} } }):sum "A" end, "but a row has a table")
  raises(function() rows({ {} }):sum(function() return true end) end,
    "rows.sum: the function's result must be a number, but a row has a boolean")
  raises(function() rows.sum() end, 'rows.sum needs a field\'s name such as "AMOUNT", or a function, got nothing')
  raises(function() rows.max(5) end, "rows.max needs a field's name")
end)

test("a field that no row has is told", function()
  raises(function() one(rows.sum "SS") end, 'aggregate: no row has the field "SS"')
  raises(function() one(rows.count "NN") end, 'aggregate: no row has the field "NN"')
end)
