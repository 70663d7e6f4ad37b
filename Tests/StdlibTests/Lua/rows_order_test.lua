-- sort_by: one order for values of any kind, stable.

local function values(list)
  local found = {}
  for i, row in ipairs(list) do
    found[i] = row.v == nil and "nil" or row.v
  end
  return found
end

local function sorted(list, ...)
  local made = {}
  for i = 1, list.n or #list do
    made[i] = { v = list[i], i = i }
  end
  return rows(made):sort_by(...):all()
end

test("numbers come before text, numeric text counts as a number, missing values are last", function()
  local list = { n = 7, "Beta", 10, "9", nil, "alpha", true, 2.5 }
  expect(values(sorted(list, "v"))):equals { 2.5, "9", 10, "alpha", "Beta", true, "nil" }
end)

test("a descending key keeps the kinds in their order", function()
  local list = { n = 6, "Beta", 10, "9", nil, "alpha", 2.5 }
  expect(values(sorted(list, "-v"))):equals { 10, "9", 2.5, "Beta", "alpha", "nil" }
end)

test("sorting is stable, in both directions", function()
  local list = {}
  for i = 1, 500 do
    list[i] = { k = i % 3, i = i }
  end
  for _, key in ipairs { "k", "-k" } do
    local last
    for row in rows(list):sort_by(key) do
      if last and last.k == row.k then
        expect(last.i < row.i):is_true()
      end
      last = row
    end
  end
end)

test("later keys decide between equal ones", function()
  local list = { { a = 1, b = "x" }, { a = 2, b = "z" }, { a = "2", b = "y" } }
  expect(rows(list):sort_by("-a", "b"):list "b"):equals { "y", "z", "x" }
end)

test("a function gives a key", function()
  expect(values(sorted({ 3, 1, 2 }, function(row) return -row.v end))):equals { 3, 2, 1 }
end)

test("Russian text is sorted by the alphabet: case does not count, ё counts as е", function()
  expect(values(sorted({ "Яна", "ёж", "анна", "Ель", "Борис", "Жук" }, "v"))):equals {
    "анна", "Борис", "ёж", "Ель", "Жук", "Яна",
  }
end)

test("a number that is none comes last and does not disturb the others", function()
  local list = sorted({ 0 / 0, 2, 1, 0 / 0, 3 }, "v")
  expect(list[1].v):equals(1)
  expect(list[3].v):equals(3)
end)

test("null is missing", function()
  local list = rows({ { v = json.null }, { v = 1 } }):sort_by("-v"):all()
  expect(list[1].v):equals(1)
end)

test("the source is left as it is", function()
  local list = { { v = 2 }, { v = 1 } }
  rows(list):sort_by("v"):all()
  expect(list[1].v):equals(2)
end)
