-- rows: the pipeline and its laziness.

local deals = {
  { ID = 1, MANAGER = "7", STAGE = "WON", AMOUNT = "1000.00" },
  { ID = 2, MANAGER = 8, STAGE = "LOSE", AMOUNT = "250.50" },
  { ID = 3, MANAGER = 7, STAGE = "WON", AMOUNT = 0.1 },
  { ID = 4, MANAGER = "8", STAGE = "NEW", AMOUNT = 0.2 },
}

-- A lazy sequence as the portal's lists are, that counts what was asked of it.
local function sequence(items)
  local counted = { pulls = 0, opens = 0 }
  local position = 0
  local object = setmetatable({}, {
    __index = { all = function() return items end },
    __call = function(_, _, last)
      if last == nil then
        position, counted.opens = 0, counted.opens + 1
      end
      position, counted.pulls = position + 1, counted.pulls + 1
      return items[position]
    end,
  })
  return object, counted
end

local function ids(list)
  local found = {}
  for i, row in ipairs(list) do
    found[i] = row.ID
  end
  return found
end

test("rows take an array, a sequence, an iterator and other rows", function()
  local position = 0
  local function iterator()
    position = position + 1
    return deals[position]
  end
  expect(ids(rows(deals):all())):equals { 1, 2, 3, 4 }
  expect(ids(rows(sequence(deals)):all())):equals { 1, 2, 3, 4 }
  expect(ids(rows(iterator):all())):equals { 1, 2, 3, 4 }
  expect(ids(rows(rows(deals)):all())):equals { 1, 2, 3, 4 }
end)

test("an iterator is read once, and a second reading is an error", function()
  local position = 0
  local read = rows(function()
    position = position + 1
    return deals[position]
  end)
  expect(read:count()):equals(4)
  raises(function() read:count() end, "can be read only once")
end)

test("rows that were read with all can be read again, also from an iterator", function()
  local position = 0
  local read = rows(function()
    position = position + 1
    return deals[position]
  end)
  expect(#read:all()):equals(4)
  expect(read:count()):equals(4)
end)

test("a sequence is asked for nothing until the end of the pipeline is", function()
  local source, counted = sequence(deals)
  local pipeline = rows(source):filter(function(deal) return deal.ID > 1 end):map(function(deal)
    return { ID = deal.ID * 10 }
  end):limit(2)
  expect(counted.pulls):equals(0)
  expect(ids(pipeline:all())):equals { 20, 30 }
  expect(counted.pulls):equals(3)
end)

test("first asks for one item", function()
  local source, counted = sequence(deals)
  expect(rows(source):first().ID):equals(1)
  expect(counted.pulls):equals(1)
end)

test("limit of zero asks for nothing", function()
  local source, counted = sequence(deals)
  expect(rows(source):limit(0):all()):equals {}
  expect(counted.pulls):equals(0)
end)

test("a computed stage reads its source once, however often it is used", function()
  local source, counted = sequence(deals)
  local groups = rows(source):group_by("STAGE"):aggregate { deals = rows.count() }:sort_by("-deals")
  expect(counted.opens):equals(0)
  expect(#groups):equals(3)
  expect(groups[1].STAGE):equals("WON")
  expect(#groups:all()):equals(3)
  expect(counted.opens):equals(1)
end)

test("grouping never holds the items", function()
  local alive = setmetatable({}, { __mode = "k" })
  local made, most = 0, 0
  local function iterator()
    made = made + 1
    if made > 20000 then
      return nil
    end
    local item = { G = made % 3, N = 1 }
    if made % 2000 == 0 then
      alive[item] = true
      local held = 0
      for _ in pairs(alive) do
        held = held + 1
      end
      most = math.max(most, held)
    end
    return item
  end
  local groups = rows(iterator):group_by("G"):aggregate { n = rows.sum "N" }:all()
  expect(#groups):equals(3)
  expect(most < 10):is_true()
end)

test("for reads rows, and loops may stand inside one another", function()
  local numbers = rows { 1, 2, 3 }
  local seen = {}
  for a in numbers do
    for b in numbers do
      seen[#seen + 1] = a * 10 + b
    end
  end
  expect(seen):equals { 11, 12, 13, 21, 22, 23, 31, 32, 33 }
end)

test("a loop that was left by break does not disturb the next ones", function()
  local numbers = rows { 1, 2, 3 }
  for _ = 1, 100 do
    for n in numbers do
      if n == 2 then
        break
      end
    end
  end
  local sum = 0
  for n in numbers do
    for m in numbers do
      if m == 2 then
        break
      end
    end
    sum = sum + n
  end
  expect(sum):equals(6)
end)

test("rows have a length, places and pairs", function()
  local some = rows(sequence(deals)):filter(function(deal) return deal.ID % 2 == 0 end)
  expect(#some):equals(2)
  expect(some[2].ID):equals(4)
  expect(some[3]):is_nil()
  local count = 0
  for _, deal in pairs(some) do
    count = count + deal.ID
  end
  for _, deal in ipairs(some) do
    count = count + deal.ID
  end
  expect(count):equals(12)
end)

test("all gives an array that may be changed", function()
  local some = rows(deals)
  local list = some:all()
  list[1] = nil
  expect(some[1].ID):equals(1)
  expect(#deals):equals(4)
end)

test("each visits every row", function()
  local seen = {}
  rows(deals):each(function(deal) seen[#seen + 1] = deal.ID end)
  expect(seen):equals { 1, 2, 3, 4 }
end)

test("a pipeline works inside a coroutine that yields while it reads", function()
  local function slow()
    local position = 0
    return function()
      coroutine.yield()
      position = position + 1
      return deals[position]
    end
  end
  local result
  local thread = coroutine.create(function()
    result = rows(slow()):group_by("STAGE"):aggregate { n = rows.count() }
      :join(rows(slow()), { on = "STAGE", take = { "AMOUNT" } }):sort_by("n", "STAGE")
    result = #result
  end)
  local yields = 0
  while coroutine.status(thread) ~= "dead" do
    assert(coroutine.resume(thread))
    yields = yields + 1
  end
  expect(result):equals(4)
  expect(yields):equals(11)
end)

test("what rows can't take is told", function()
  raises(function() rows() end, "rows needs a list, a sequence such as b24.crm.deal.list {}, or an iterator, got")
  raises(function() rows(5) end, "got a number")
  raises(function() rows { ID = 1 } end, 'rows needs a list, got one table with the key "ID"; wrap it: { item }')
  local method = setmetatable({}, { __call = function() end, __tostring = function() return "b24.crm.deal.list" end })
  raises(function() rows(method) end, "got b24.crm.deal.list itself; call it: b24.crm.deal.list { … }")
end)

test("a wrong field is told with the nearest right one", function()
  raises(function() rows(deals):sort_by("-AMUONT"):all() end,
    'sort_by: no row has the field "AMUONT"; did you mean "AMOUNT"?')
  raises(function() rows(deals):top(1, "AMUONT"):all() end, 'top: no row has the field "AMUONT"')
  raises(function() rows(deals):select({ "stagge" }):all() end, 'select: no row has the field "stagge"')
  raises(function() rows(deals):rename({ X = "STAG" }):all() end, 'rename: no row has the field "STAG"')
  raises(function() rows(deals):distinct("STAG"):all() end, 'distinct: no row has the field "STAG"')
  raises(function() rows(deals):running("AMOUT"):all() end, 'running: no row has the field "AMOUT"')
  raises(function() rows(deals):share("AMOUT"):all() end, 'share: no row has the field "AMOUT"')
  raises(function() rows(deals):sum "AMOUT" end, 'no row has the field "AMOUT"; did you mean "AMOUNT"?')
  raises(function() rows(deals):sort_by("COLOUR"):all() end, "known are AMOUNT, ID, MANAGER and STAGE")
end)

test("a wrong field of rows with known fields is told at once, before anything is read", function()
  local source, counted = sequence(deals)
  local groups = rows(source):group_by("STAGE"):aggregate { amount = rows.sum "AMOUNT" }
  raises(function() groups:sort_by("-amuont") end, 'sort_by: no row has the field "amuont"; did you mean "amount"?')
  raises(function() groups:select { "STAG" } end, 'did you mean "STAGE"?')
  expect(counted.opens):equals(0)
end)

test("no rows miss no field", function()
  expect(rows({}):sort_by("X"):all()):equals {}
  expect(rows({}):select({ "X" }):all()):equals {}
end)

test("a field that one row has is enough", function()
  expect(#rows({ { A = 1 }, { B = 2 } }):sort_by("B"):all()):equals(2)
end)
