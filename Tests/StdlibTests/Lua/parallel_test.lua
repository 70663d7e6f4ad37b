-- parallel: many bodies at once. The portal is made up: `b24.x.y` answers with what was asked.

local function numbers_to(count)
  local list = {}
  for i = 1, count do list[i] = i end
  return list
end

test("results keep the order of the items", function()
  local results = parallel(numbers_to(25), function(item, index)
    return b24.call("x.y", { n = item * 10 }).result.params.n + index
  end)
  for i = 1, 25 do expect(results[i]):equals(11 * i) end
  expect(#results):equals(25)
end)

test("bodies that ask for nothing need no host", function()
  expect(parallel({ 1, 2, 3 }, function(n) return n * n end)):equals { 1, 4, 9 }
  expect(parallel({}, function(n) return n end)):equals {}
end)

test("a body may ask again and again, also through pcall and its own coroutines", function()
  local results = parallel({ "a", "b" }, function(name)
    local read = coroutine.wrap(function()
      for i = 1, 3 do coroutine.yield(b24.call(name .. i).result.method) end
    end)
    local ok, failure = pcall(b24.fail)
    return ("%s %s %s %s %s"):format(read(), read(), read(), tostring(ok), failure.code)
  end)
  expect(results):equals { "a1 a2 a3 false FAILED", "b1 b2 b3 false FAILED" }
end)

test("no more than width are begun before others end", function()
  local alive, most = 0, 0
  parallel(numbers_to(40), function(item)
    alive = alive + 1
    most = math.max(most, alive)
    for _ = 1, item % 3 + 1 do b24.call("x") end
    alive = alive - 1
  end, { width = 4 })
  expect(most):equals(4)
  expect(alive):equals(0)
end)

test("items are read as they are needed, from lists, rows and iterators", function()
  local taken, begun, furthest = 0, 0, 0
  local function iterator()
    taken = taken + 1
    furthest = math.max(furthest, taken - begun)
    return taken <= 30 and taken or nil
  end
  local results = parallel(iterator, function(n)
    begun = begun + 1
    return b24.call("x", { n = n }).result.params.n
  end, { width = 3 })
  expect(#results):equals(30)
  expect(furthest):equals(1)
  local listed = parallel(b24.deal.list { items = { { ID = 1 }, { ID = 2 } }, more = true }, function(deal)
    return b24.call("x", { id = deal.ID }).result.params.id
  end)
  expect(listed):equals { 1, 2, 100 }
  local filtered = rows({ 1, 2, 3, 4 }):filter(function(n) return n % 2 == 0 end)
  expect(parallel(filtered, function(n) return n end)):equals { 2, 4 }
end)

test("parallel works inside parallel", function()
  local sums = parallel({ 1, 2, 3 }, function(outer)
    local inner = parallel({ 10, 20 }, function(n) return b24.call("x", { n = n * outer }).result.params.n end)
    return inner[1] + inner[2]
  end)
  expect(sums):equals { 30, 60, 90 }
end)

test("when bodies fail the others go on, and one error tells of all", function()
  local done = 0
  local ok, failure = pcall(parallel, numbers_to(20), function(item)
    if item % 6 == 5 then b24.fail { id = item } end
    b24.call("x")
    done = done + 1
  end)
  expect(ok):is_false()
  expect(done):equals(17)
  expect(failure.message):equals "3 of 20 items failed, the first (item 5): the method failed"
  expect(failure.code):equals "FAILED"
  expect(failure.status):equals(400)
  expect(failure.method):equals "fail"
  expect(tostring(failure)):equals(failure.message)
  expect(#failure.failures):equals(3)
  expect(failure.failures[2].index):equals(11)
  expect(failure.failures[3].error.code):equals "FAILED"
end)

test("an error that is a text is told without its line, which is kept", function()
  local ok, failure = pcall(parallel, { 1, 2 }, function(item)
    if item == 2 then error("no such thing") end
  end)
  expect(ok):is_false()
  expect(failure.message):equals "1 of 2 items failed, the first (item 2): no such thing"
  expect(math.type(failure.line)):equals "integer"
end)

test("errors can be collected", function()
  local results, failures = parallel({ "a", "fail", "b" }, function(method)
    return b24.result and b24[method] { x = 1 }.method
  end, { errors = "collect" })
  expect(results[1]):equals "a"
  expect(results[2]):is_nil()
  expect(results[3]):equals "b"
  expect(#failures):equals(1)
  expect(failures[1].index):equals(2)
  expect(failures[1].error.message):equals "the method failed"
end)

test("a yield that nobody takes is that item's failure", function()
  local results, failures = parallel({ 1, 2 }, function(n)
    if n == 1 then coroutine.yield(5) end
    return n
  end, { errors = "collect" })
  expect(results[2]):equals(2)
  expect(failures[1].error:find("coroutine.yield was called where nobody takes what it yields", 1, true)):equals(1)
end)

test("items that can't be read end parallel after what was begun", function()
  local finished = {}
  local function iterator(_, last)
    if last == 2 then error({ message = "no more can be read" }) end
    return (last or 0) + 1
  end
  raises(function()
    parallel(iterator, function(n)
      b24.call("x")
      finished[#finished + 1] = n
    end)
  end, "no more can be read")
  table.sort(finished)
  expect(finished):equals { 1, 2 }
end)

test("json.decode and the log work in a body", function()
  local lines = parallel({ "first" }, function(text)
    log.info(text)
    return json.null ~= nil and text
  end)
  expect(lines):equals { "first" }
end)

test("misuse is told", function()
  local function body() end
  raises(function() parallel({ 1 }) end, "parallel takes a function as its second argument")
  raises(function() parallel({ 1 }, body, 5) end, "parallel takes its options as a table such as { width = 50 }")
  raises(function() parallel({ 1 }, body, { widht = 5 }) end, 'parallel has no option "widht"; did you mean "width"?')
  raises(function() parallel({ 1 }, body, { width = 0 }) end, "width is how many items at once")
  raises(function() parallel({ 1 }, body, { errors = "keep" }) end, 'errors is "collect" or "raise", got keep')
  raises(function() parallel({ 1 }, body, { title = 5 }) end, "title is a text, got a number")
  raises(function() parallel(5, body) end, "parallel needs a list, a sequence such as b24.crm.deal.list {}, or an it")
  raises(function() parallel(b24.crm.deal.list, body) end, "parallel needs a list, got b24.crm.deal.list itself")
end)
