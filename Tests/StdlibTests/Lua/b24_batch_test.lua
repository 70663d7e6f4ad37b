-- b24.batch and b24.ref. The portal is made up: a command's result is its place, its members and `halt`.

local ref = b24.ref

test("a batch gets results by name", function()
  local results = b24.batch { a = { "user.current" }, b = { "crm.deal.get", { id = 5 } } }
  expect(results.a):equals { position = 1, command = { name = "a", method = "user.current" }, halt = false }
  expect(results.b.command.params):equals { id = 5 }
  expect(b24.batch({ a = { "x" } }, { halt = true }).a.halt):is_true()
  expect(b24.batch {}):equals {}
end)

test("a raw batch is one whose results stay as they come", function()
  expect(b24.raw.batch({ a = { "x", { id = b24.raw.ref.b.ID } }, b = { "y" } }).a.raw):is_true()
  expect(b24.batch({ a = { "x" } }).a.raw):is_nil()
end)

test("a reference is sent as the portal writes it, with positions from 0", function()
  expect(tostring(ref.a)):equals "$result[a]"
  expect(tostring(ref.a.UF_DEPARTMENT[1])):equals "$result[a][UF_DEPARTMENT][0]"
  expect("deal " .. ref.a[2].ID .. "!"):equals "deal $result[a][1][ID]!"
  local results = b24.batch {
    a = { "user.current" }, b = { "department.get", { ID = ref.a.UF_DEPARTMENT[1], list = { ref.a.ID, 5 } } },
  }
  expect(results.b.command.params):equals { ID = "$result[a][UF_DEPARTMENT][0]", list = { "$result[a][ID]", 5 } }
end)

test("commands that others refer to come first", function()
  local results = b24.batch {
    a = { "x", { id = ref.z.ID } }, b = { "x" }, z = { "x", { title = "of " .. ref.m.ID } }, m = { "x" },
  }
  expect(results.b.position):equals(1)
  expect(results.m.position):equals(2)
  expect(results.z.position):equals(3)
  expect(results.a.position):equals(4)
end)

test("the script's own tables stay as they are", function()
  local params = { id = ref.a.ID }
  b24.batch { a = { "x" }, b = { "y", params } }
  expect(tostring(params.id)):equals "$result[a][ID]"
  expect(type(params.id)):equals "table"
end)

test("the first command that failed is raised, or all errors are handed over", function()
  local commands = { a = { "x" }, b = { "fail", { id = 1 } }, c = { "fail" } }
  local ok, failure = pcall(b24.batch, commands)
  expect(ok):is_false()
  expect(failure.message):equals "b24.batch, command b: the method failed"
  expect(failure.command):equals "b"
  expect(failure.code):equals "FAILED"
  local results, errors = b24.batch(commands, { errors = "collect" })
  expect(results.a.position):equals(1)
  expect(results.b):is_nil()
  expect(tostring(errors.c)):equals "the method failed"
end)

test("wrong references are told", function()
  raises(function() b24.batch { user = { "x" }, b = { "y", { id = ref.usr.ID } } } end,
    'b24.batch: the command b refers to "usr", and there is no such command; did you mean "user"?')
  raises(function() b24.batch { a = { "x", { id = ref.b.ID } }, b = { "x", { id = ref.a.ID } } } end,
    "b24.batch: these commands wait for each other's results: a, b")
  raises(function() return ref.a[0] end, "$result[a][0]: positions count from 1")
  raises(function() ref.a.ID = 5 end, "a b24.ref can't be changed")
end)

test("wrong commands are told", function()
  raises(function() b24.batch() end, "b24.batch takes its commands by name")
  raises(function() b24.batch { { "x" } } end, "each command has a name of letters, digits and _")
  raises(function() b24.batch { a = "x" } end, 'the command a is written { "crm.deal.get", { id = 5 } }')
  raises(function() b24.batch { a = { "x", 5 } } end, "the command a is written")
  raises(function() b24.batch { a = { "x", id = 5 } } end, 'the command a has "id" beside its parameters')
  raises(function() b24.batch({}, { hlt = true }) end, 'b24.batch has no option "hlt"; did you mean "halt"?')
  raises(function() b24.batch({}, { halt = 1 }) end, "b24.batch: halt is true or false, got 1")
  raises(function() b24.batch({}, { errors = "all" }) end, 'b24.batch: errors is "collect" or "raise", got all')
  local many = {}
  for i = 1, 51 do many["c" .. i] = { "x" } end
  raises(function() b24.batch(many) end, "50 commands at most, and there are 51; use parallel")
end)
