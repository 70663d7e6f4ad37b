-- nearest: the nearest right name to a wrong one.
local nearest = require "nearest"

test("a transposition, an insertion, a deletion and a substitution are one step each", function()
  expect(nearest.distance("title", "titel")):equals(1)
  expect(nearest.distance("title", "titlle")):equals(1)
  expect(nearest.distance("title", "titl")):equals(1)
  expect(nearest.distance("title", "tidle")):equals(1)
  expect(nearest.distance("", "abc")):equals(3)
  expect(nearest.distance("abc", "")):equals(3)
  expect(nearest.distance("same", "same")):equals(0)
end)

test("case and separators do not count", function()
  expect(nearest.find("assignedById", { "ASSIGNED_BY_ID", "ASSIGNED_TO" })):equals("ASSIGNED_BY_ID")
  expect(nearest.find("sortby", { "sort_by" })):equals("sort_by")
end)

test("a name that is too far from all has no nearest", function()
  expect(nearest.find("colour", { "title", "run" })):is_nil()
  expect(nearest.find("a", { "b" })):is_nil()
  expect(nearest.find("title", {})):is_nil()
  expect(nearest.find(5, { "title" })):is_nil()
end)

test("of equally near names the alphabetically first wins", function()
  expect(nearest.find("cat", { "rat", "bat" })):equals("bat")
end)

test("a hint names the nearest name, or all of them", function()
  expect(nearest.hint("titel", { "title", "run" })):equals('; did you mean "title"?')
  expect(nearest.hint("x", { "title", "run", "on" })):equals("; known are on, run and title")
  expect(nearest.hint("x", {})):equals("")
end)

test("a long list of names is cut", function()
  local names = {}
  for i = 1, 15 do
    names[i] = ("n%02d"):format(i)
  end
  expect(nearest.list(names)):equals("n01, n02, n03, n04, n05, n06, n07, n08, n09, n10, n11, n12 and 3 more")
  expect(nearest.list { "one" }):equals("one")
  expect(nearest.list {}):equals("")
end)
