-- Lists of the portal. The portal is made up: a list has the items that its parameters name, and without them one item,
-- which is what was asked.

local function ids(items)
  local found = {}
  for i, item in ipairs(items) do found[i] = item.ID end
  return found
end

test("a list is read page by page", function()
  local deals = b24.deal.list { items = { { ID = 1 }, { ID = 2 } }, more = true }
  expect(ids(deals:all())):equals { 1, 2, 100 }
  local seen = {}
  for deal in deals do seen[#seen + 1] = deal.ID end
  expect(seen):equals { 1, 2, 100 }
  expect(b24.deal.list({ items = { { ID = 1 } } }):count()):equals(1)
end)

test("the host is told how many items are wanted where that is known", function()
  local deals = b24.deal.list {}
  expect(deals:first().limit):equals(1)
  expect(deals:all()[1].limit):is_nil()
  expect(rows(deals):first().limit):equals(1)
  expect(rows(deals):limit(7):all()[1].limit):equals(7)
  expect(rows(deals):limit(7):limit(3):first().limit):equals(1)
  expect(rows(deals):limit(3):limit(7):all()[1].limit):equals(3)
  local asked = rows(deals):select({ "limit" }):rename({ wanted = "limit" }):limit(5):all()
  expect(asked[1].wanted):equals(5)
end)

test("the host is not told where rows may be left out or sorted", function()
  local deals = b24.deal.list {}
  local function same(deal) return deal end
  expect(rows(deals):filter(same):first().limit):is_nil()
  expect(rows(deals):distinct("method"):limit(2):all()[1].limit):is_nil()
  expect(rows(deals):sort_by("method"):first().limit):is_nil()
  expect(rows(deals):map(same):first().limit):equals(1)
  expect(rows(deals):limit(0):all()):equals {}
end)

test("by_id asks for a walk by identifier without the order", function()
  local deals = b24.deal.list { filter = { A = 1 }, select = { "ID" } }:by_id()
  local params = { filter = { A = 1 }, select = { "ID" } }
  expect(deals:all()):equals { { method = "deal.list", params = params, walk = "id" } }
  expect(deals:first().limit):equals(1)
  local ordered = b24.deal.list { order = { method = "DESC" } }:by_id()
  expect(ordered:first()):equals { method = "deal.list", params = {}, walk = "id" }
end)

local items = {
  { ID = 1, NAME = "b", SUM = "9.5" }, { ID = 2, NAME = "a", SUM = 10 }, { ID = 3, NAME = "a", SUM = "100" },
  { ID = 4, NAME = "c" },
}

test("by_id sorts by the order that was given", function()
  local function sorted(order) return ids(b24.deal.list({ items = items, order = order }):by_id():all()) end
  expect(sorted { SUM = "ASC" }):equals { 1, 2, 3, 4 }
  expect(sorted { SUM = "desc" }):equals { 3, 2, 1, 4 }
  expect(sorted { NAME = "ASC", ID = "DESC" }):equals { 3, 2, 1, 4 }
  expect(sorted { ID = "DESC" }):equals { 4, 3, 2, 1 }
  expect(sorted()):equals { 1, 2, 3, 4 }
  local by_name = b24.deal.list({ items = items, order = { ID = "ASC" } }):by_id("NAME", "-SUM")
  expect(ids(by_name:all())):equals { 3, 2, 1, 4 }
end)

test("by_id finds a field that the items write in another way", function()
  local tasks = b24.task.list { items = { { createdDate = "2026-02" }, { createdDate = "2026-01" } },
    order = { CREATED_DATE = "asc" } }
  expect(tasks:by_id():first().createdDate):equals "2026-01"
  raises(function() b24.task.list({ items = items, order = { NAMES = "ASC" } }):by_id():all() end,
    'by_id: no row has the field "NAMES"; did you mean "NAME"?')
end)

test("loops over a sorted list go over sorted items", function()
  local seen = {}
  for deal in b24.deal.list({ items = items, order = { NAME = "ASC" } }):by_id() do seen[#seen + 1] = deal.ID end
  expect(seen):equals { 2, 3, 1, 4 }
end)

test("a wrong order is told", function()
  local function by_id(order, ...) return b24.deal.list({ order = order }):by_id(...) end
  raises(function() by_id { A = "ASC", B = "DESC" } end, 'order comes first; name them: :by_id("A", "-B")')
  raises(function() by_id { "A" } end, 'the order of deal.list is written { FIELD = "ASC" } or { FIELD = "DESC" }')
  raises(function() by_id("A") end, "the order of deal.list is a table such as")
  raises(function() by_id({}, 5) end, "by_id takes fields' names such as")
end)

test("what the host has to say about a list is logged once", function()
  b24.test.logged()
  for _ = 1, 3 do b24.deal.list({ items = {}, note = "it is read by offset" }):all() end
  local logged = b24.test.logged()
  expect(#logged):equals(1)
  expect(logged[1].level):equals "warn"
  expect(logged[1].message:find("it is read by offset", 1, true) ~= nil):is_true()
end)

test("a list that could not be read to its end says so", function()
  local deals = b24.deal.list { items = { { ID = 1 } }, more = true }
  expect(deals:partial()):is_nil()
  deals:all()
  expect(deals:partial()):equals "the rest was refused"
  deals:first()
  expect(deals:partial()):is_nil()
end)
