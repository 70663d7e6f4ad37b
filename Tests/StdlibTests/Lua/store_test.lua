-- store: what is remembered from one run to the next.

test("a value is there until it is forgotten", function()
  expect(store.get "colour"):is_nil()
  expect(store.get("colour", "red")):equals("red")
  store.set("colour", "blue", "30m")
  expect(store.get("colour", "red")):equals("blue")
  store.set("colour", nil)
  expect(store.get "colour"):is_nil()
end)

test("once is true once", function()
  expect(store.once "big:5"):equals(true)
  expect(store.once("big:5", "1d")):equals(false)
end)

test("numbers add up from nothing", function()
  expect(store.increment "count"):equals(1)
  expect(store.increment("count", 5)):equals(6)
end)

test("a lock is taken and given back", function()
  expect(store.lock("import", 60)):equals(true)
  expect(store.lock "import"):equals(false)
  store.unlock "import"
  expect(store.lock "import"):equals(true)
end)

test("misuse of the store is told", function()
  raises(function() store.get() end, 'store.get needs a key such as "big:5", got nothing')
  raises(function() store.set("", 1) end, 'store.set needs a key such as "big:5", got a string')
  raises(function() store.once(("x"):rep(256)) end, "store.once: a key has at most 255 bytes, this one has 256")
  raises(function() store.set("x", print) end, "store.set can't remember a function; it takes text")
  raises(function() store.set("x", 1, "soon") end, 'store.set: the time is a number of seconds or text such as "30m"')
  raises(function() store.increment("x", 1.5) end, "store.increment adds a whole number, got a number")
  raises(function() return store.incremnt end, 'store has no "incremnt"; did you mean "increment"?')
end)
