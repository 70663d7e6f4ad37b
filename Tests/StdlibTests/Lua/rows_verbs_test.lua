-- rows: its verbs one by one, and their misuse.

local deals = {
  { ID = 1, MANAGER = "7", STAGE = "WON", AMOUNT = "1000.00" },
  { ID = 2, MANAGER = 8, STAGE = "LOSE", AMOUNT = "250.50" },
  { ID = 3, MANAGER = 7, STAGE = "WON", AMOUNT = 0.1 },
  { ID = 4, MANAGER = "8", STAGE = "NEW", AMOUNT = 0.2 },
}

local function ids(list)
  local found = {}
  for i, row in ipairs(list) do
    found[i] = row.ID
  end
  return found
end

test("whole rows are summed, averaged and counted", function()
  expect(rows(deals):sum "ID"):equals(10)
  expect(rows(deals):sum "AMOUNT"):equals(1250.8)
  expect(rows(deals):average "ID"):equals(2.5)
  expect(rows(deals):min "AMOUNT"):equals(0.1)
  expect(rows(deals):max "AMOUNT"):equals(1000.0)
  expect(rows(deals):count_distinct "MANAGER"):equals(2)
  expect(rows(deals):list "ID"):equals { 1, 2, 3, 4 }
  expect(rows({}):sum "ID"):equals(0)
  expect(rows({}):count()):equals(0)
  expect(rows({}):average "ID"):is_nil()
end)

test("select keeps the named fields, also under another name", function()
  expect(rows(deals):select({ "ID", stage = "STAGE" }):first()):equals { ID = 1, stage = "WON" }
  expect(rows(deals):select({ "STAGE", "ID" }):fields()):equals { "STAGE", "ID" }
end)

test("rename keeps the other fields and leaves the source alone", function()
  expect(rows({ { A = 1, B = 2 } }):rename({ C = "A" }):all()):equals { { C = 1, B = 2 } }
  expect(deals[1].STAGE):equals("WON")
end)

test("distinct takes the first of equal rows", function()
  expect(ids(rows(deals):distinct("STAGE"):all())):equals { 1, 2, 4 }
  expect(ids(rows(deals):distinct("MANAGER"):all())):equals { 1, 2 }
  expect(rows({ { A = 1, B = 2 }, { B = 2, A = 1 }, { A = 1 } }):distinct():count()):equals(2)
end)

test("running adds up exactly and copies the rows", function()
  local list = rows({ { n = 0.1 }, { n = 0.2 }, { n = "0.3" }, {} }):running("n", "so_far"):all()
  expect(list[2].so_far):equals(0.3)
  expect(list[3].so_far):equals(0.6)
  expect(list[4].so_far):equals(0.6)
  local source = { { n = 1 } }
  expect(rows(source):running("n"):first().n_running):equals(1)
  expect(source[1].n_running):is_nil()
end)

test("share is a fraction of the total", function()
  expect(rows({ { n = 1 }, { n = 3 } }):share("n"):list "n_share"):equals { 0.25, 0.75 }
  expect(rows({ { n = 0 } }):share("n", "part"):first().part):equals(0)
end)

test("top takes the greatest", function()
  expect(ids(rows(deals):top(2, "AMOUNT"):all())):equals { 1, 2 }
  expect(ids(rows(deals):top(9, "ID"):all())):equals { 4, 3, 2, 1 }
  expect(ids(rows(deals):top(1, function(deal) return -deal.ID end):all())):equals { 1 }
end)

test("a wrong verb is told with the nearest right one", function()
  raises(function() rows(deals):sort_bye("ID") end, 'rows can\'t do "sort_bye"; did you mean "sort_by"?')
  raises(function() return rows.summ end, 'rows has no "summ"; did you mean "sum"?')
  raises(function() rows(deals):group_by("ID"):sort_by("ID") end, 'group_by must be followed by :aggregate')
end)

test("misuse of the verbs is told", function()
  raises(function() rows(deals):filter("WON") end, "filter needs a function, got a string")
  raises(function() rows(deals):map() end, "map needs a function, got nothing")
  raises(function() rows(deals):each(5) end, "each needs a function, got a number")
  raises(function() rows(deals):map(function() end):all() end, "map: the function returned nothing for a row")
  raises(function() rows(deals):limit("many") end, "limit needs how many rows, a whole number, got many")
  raises(function() rows(deals):top(-1, "ID") end, "top needs how many rows")
  raises(function() rows(deals):sort_by() end, "sort_by needs what to sort by")
  raises(function() rows(deals):sort_by(5) end, "sort_by needs a field's name")
  raises(function() rows(deals):select("ID") end, "select needs a list of fields")
  raises(function() rows(deals):select { 5 } end, "select: a field's name must be text, got a number")
  raises(function() rows(deals):distinct(5) end, "distinct needs the names of fields, got a number")
  raises(function() rows(deals):running(function() return 1 end) end, "running needs the name of the new field")
  raises(function() rows(deals)[1.5] = 1 end, "rows can't be changed in place; make new ones with map")
  raises(function() rows({ 1 }):sort_by("ID"):all() end, "sort_by: row 1 is a number, not a table")
end)

test("numbers and texts are rows as long as no field is named", function()
  expect(rows({ 3, 1, 2 }):sort_by(function(n) return n end):all()):equals { 1, 2, 3 }
  expect(rows({ 1, 2, 3 }):sum(function(n) return n end)):equals(6)
  expect(rows({ "a", "b", "a" }):group_by(function(s) return s end):aggregate({ n = rows.count() }):all()):equals {
    { group = "a", n = 2 }, { group = "b", n = 1 },
  }
end)
