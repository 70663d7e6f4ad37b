-- b24: names of methods and what they ask. The portal is made up: a method answers with what was asked of it.

test("a method asks for its result, with its parameters", function()
  expect(b24.crm.deal.get { id = 5 }):equals { method = "crm.deal.get", params = { id = 5 } }
  expect(tostring(b24.crm.deal.get)):equals "b24.crm.deal.get"
end)

test("REST 3.0 asks the same with its version", function()
  expect(b24.v3.tasks.task.get { id = 5 }):equals { method = "tasks.task.get", params = { id = 5 }, version = 3 }
  expect(b24.v3.call("tasks.task.get", { id = 5 }).result.version):equals(3)
  expect(b24.call("tasks.task.get").result.version):is_nil()
  local first = b24.v3.tasks.task.list { select = { "id" } }:first()
  expect(first):equals { method = "tasks.task.list", params = { select = { "id" } }, version = 3, limit = 1 }
  expect(tostring(b24.v3.tasks.task.get)):equals "b24.v3.tasks.task.get"
end)

test("below b24.raw the same is asked for as it comes", function()
  local raw = b24.raw
  expect(raw.crm.deal.get { id = 5 }):equals { method = "crm.deal.get", params = { id = 5 }, raw = true }
  expect(raw.v3.tasks.task.get { id = 5 }):equals {
    method = "tasks.task.get", params = { id = 5 }, version = 3, raw = true,
  }
  expect(raw.crm.deal.list({}):first()):equals { method = "crm.deal.list", params = {}, limit = 1, raw = true }
  local by_id = raw.crm.deal.list({}):by_id():first()
  expect(by_id):equals { method = "crm.deal.list", params = {}, limit = 1, walk = "id", raw = true }
  expect(b24.crm.deal.get({ id = 5 }).raw):is_nil()
  expect(raw.call("crm.deal.get", { id = 5 }).result):equals(b24.call("crm.deal.get", { id = 5 }).result)
  expect(raw.v3.call("tasks.task.get").result.version):equals(3)
  expect(tostring(raw.crm.deal.get)):equals "b24.raw.crm.deal.get"
  expect(tostring(raw.v3.tasks.task.get)):equals "b24.raw.v3.tasks.task.get"
  raises(function() raw.crm.deal.get(5) end, "as in b24.raw.crm.deal.get { … }, not a number")
  raises(function() raw.v3.call() end, "b24.raw.v3.call takes the method's name first")
end)

test("an error is a table with its sentence", function()
  local ok, failure = pcall(b24.fail, {})
  expect(ok):is_false()
  expect(failure.code):equals "FAILED"
  expect(tostring(failure)):equals "the method failed"
end)

test("misuse is told", function()
  raises(function() b24.crm.deal.get(5) end, "one table of parameters, as in b24.crm.deal.get { … }, not a number")
  raises(function() b24.v3.tasks.task.get(5) end, "as in b24.v3.tasks.task.get { … }, not a number")
  raises(function() b24.crm.deal.get({}, {}) end, "there is a second argument")
  raises(function() b24.call() end, "b24.call takes the method's name first")
  raises(function() b24.v3.call() end, 'b24.v3.call takes the method\'s name first, as in b24.v3.call("user.current"')
  local function change(names) names.task_list = 5 end
  raises(function() change(b24.v3.tasks) end, "b24.v3.tasks.task_list can't be set")
  raises(function() return b24.v3.tasks[1] end, "b24.v3.tasks has no method 1")
end)
