-- join: fields of another source by key.

local totals = { { USER = "7", sum = 5 }, { USER = 8, sum = 1 }, { USER = 9, sum = 2 }, { sum = 0 } }
local users = { { ID = 7, NAME = "Анна", LAST_NAME = "Белова" }, { ID = "8", NAME = "Пётр" } }

test("fields are taken by key, a number and its text being the same key", function()
  local joined = rows(totals):join(users, { on = "USER", key = "ID", take = { "NAME", last = "LAST_NAME" } }):all()
  expect(joined):equals {
    { USER = "7", sum = 5, NAME = "Анна", last = "Белова" },
    { USER = 8, sum = 1, NAME = "Пётр" },
    { USER = 9, sum = 2 },
    { sum = 0 },
  }
end)

test("fields that both sides have may be a number here and its text there", function()
  local typed = { { USER = 7, DEPARTMENT = 3 } }
  local raw = { { USER = "7", DEPARTMENT = "3", city = "Тула" } }
  expect(rows(typed):join(raw, { on = "USER" }):first()):equals { USER = 7, DEPARTMENT = 3, city = "Тула" }
  raises(function()
    rows(typed):join({ { USER = "7", DEPARTMENT = "4" } }, { on = "USER" }):all()
  end, 'both sides have the field "DEPARTMENT"')
end)

test("an inner join leaves out what has no match", function()
  local joined = rows(totals):join(users, { on = "USER", key = "ID", take = { "NAME" }, kind = "inner" })
  expect(joined:list "sum"):equals { 5, 1 }
end)

test("every match makes a row", function()
  local phones = { { ID = 7, phone = "1" }, { ID = 7, phone = "2" } }
  local joined = rows(totals):join(phones, { on = "USER", key = "ID", take = { "phone" }, kind = "inner" })
  expect(joined:list "phone"):equals { "1", "2" }
end)

test("without take every field but the key is taken, without key both sides use the same field", function()
  local others = { { USER = 7, city = "Тула" } }
  expect(rows(totals):join(others, { on = "USER" }):first()):equals { USER = "7", sum = 5, city = "Тула" }
end)

test("a function finds the key", function()
  local joined = rows(totals):join(users, {
    on = function(total) return total.USER end,
    key = function(user) return user.ID end,
    take = { "NAME" },
  })
  expect(joined[2].NAME):equals("Пётр")
end)

test("the other source is read once, and the rows are left as they are", function()
  local opened = 0
  local source = setmetatable({}, {
    __index = { all = function() return users end },
    __call = function(_, _, last)
      if last == nil then
        opened = opened + 1
        return users[1]
      end
    end,
  })
  local joined = rows(totals):join(source, { on = "USER", key = "ID", take = { "NAME" } })
  expect(opened):equals(0)
  expect(joined:count()):equals(4)
  expect(joined:first().NAME):equals("Анна")
  expect(opened):equals(1)
  expect(totals[1].NAME):is_nil()
end)

test("a taken field is known even when no row has it", function()
  local joined = rows({ { USER = 99 } }):join(users, { on = "USER", key = "ID", take = { "NAME" } })
  expect(joined:sort_by("NAME"):count()):equals(1)
end)

test("misuse is told", function()
  local function joining(options)
    return function() rows(totals):join(users, options):all() end
  end
  raises(joining(nil), "join needs options after its source")
  raises(joining {}, 'join needs "on"')
  raises(joining { on = "USER", keys = "ID" }, 'join has no option "keys"; did you mean "key"?')
  raises(joining { on = "USER", key = "ID", kind = "iner" }, 'join has no kind "iner"; did you mean "inner"?')
  raises(joining { on = "USR", key = "ID" }, 'join: no row has the field "USR"; did you mean "USER"?')
  raises(joining { on = "USER", key = "IDD" }, 'join, in the joined rows: no row has the field "IDD"')
  raises(joining { on = "USER", key = "ID", take = { "LASTNAM" } }, 'did you mean "LAST_NAME"?')
  raises(joining { on = "USER", key = "ID", take = { sum = "NAME" } },
    'join: both sides have the field "sum"; take it under another name')
  raises(function() rows(totals):join(nil, { on = "USER" }) end, "rows needs a list")
end)
