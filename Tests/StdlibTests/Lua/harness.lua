-- A small test harness in plain Lua: `test("a sentence", fn)`, `expect(value):equals(other)`, `raises(fn, "text")`.
-- It needs nothing but the basic library, so that it runs inside the sandbox.

local passed, failed = 0, {}

harness = {}

local function show(value, depth)
  if type(value) == "string" then
    return ("%q"):format(value)
  elseif type(value) ~= "table" or depth > 3 then
    return tostring(value)
  end
  local names, parts = {}, {}
  for name in pairs(value) do
    names[#names + 1] = name
  end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for i, name in ipairs(names) do
    parts[i] = ("%s = %s"):format(tostring(name), show(value[name], depth + 1))
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then
    return a == b and math.type(a) == math.type(b)
  end
  for name, value in pairs(a) do
    if not same(value, b[name]) then
      return false
    end
  end
  for name in pairs(b) do
    if a[name] == nil then
      return false
    end
  end
  return true
end

local Expectation = {}
Expectation.__index = Expectation

local function check(holds, sentence, ...)
  if not holds then
    local shown = table.pack(...)
    for i = 1, shown.n do
      shown[i] = show(shown[i], 0)
    end
    error({ message = sentence:format(table.unpack(shown, 1, shown.n)) }, 0)
  end
end

--- Compares deeply; an integer and a float differ.
function Expectation:equals(other)
  check(same(self.value, other), "expected %s, got %s", other, self.value)
end

--- Compares numbers within a millionth.
function Expectation:is_near(other)
  local holds = math.type(self.value) and math.abs(self.value - other) <= 1e-6
  check(holds, "expected about %s, got %s", other, self.value)
end

function Expectation:is_true()
  check(self.value == true, "expected true, got %s", self.value)
end

function Expectation:is_false()
  check(self.value == false, "expected false, got %s", self.value)
end

function Expectation:is_nil()
  check(self.value == nil, "expected nil, got %s", self.value)
end

--- Starts an expectation about a value.
function expect(value)
  return setmetatable({ value = value }, Expectation)
end

local function message_of(failure)
  if type(failure) == "table" and failure.message then
    return tostring(failure.message)
  end
  return tostring(failure)
end

--- Expects a function to fail with a message that has a plain text in it.
function raises(run, text)
  local succeeded, failure = pcall(run)
  check(not succeeded, "expected an error with %s, there was none", text)
  local message = message_of(failure)
  check(message:find(text, 1, true), "expected an error with %s, got %s", text, message)
end

--- Runs a test and remembers how it went.
function test(name, run)
  local succeeded, failure = pcall(run)
  if succeeded then
    passed = passed + 1
  else
    failed[#failed + 1] = { name = name, message = message_of(failure) }
  end
end

--- Gets the outcome of all tests so far.
function harness.summary()
  return { passed = passed, failed = failed }
end
