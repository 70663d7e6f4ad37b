-- numbers: numeric text, exact sums, decimal rounding.
local numbers = require "numbers"

local function total(...)
  local sum = numbers.sum()
  for _, n in ipairs { ... } do
    numbers.add(sum, numbers.of(n))
  end
  return numbers.total(sum)
end

local function fixed(n, decimals)
  local sign, whole, fraction = numbers.fixed(n, decimals)
  return sign .. whole .. (decimals > 0 and "." .. fraction or "")
end

test("decimal text is a number, other text is not", function()
  expect(numbers.of "1000.00"):equals(1000.0)
  expect(numbers.of "7"):equals(7)
  expect(numbers.of "-0.5"):equals(-0.5)
  expect(numbers.of ".5"):equals(0.5)
  expect(numbers.of "+3"):equals(3)
  for _, text in ipairs { "", " 5", "5 ", "0x10", "1e5", "1,5", "abc", "nan", "inf", "1.2.3", "-", "." } do
    expect(numbers.of(text)):is_nil()
  end
  expect(numbers.of(nil)):is_nil()
  expect(numbers.of(true)):is_nil()
  expect(numbers.of {}):is_nil()
end)

test("integers stay integers", function()
  expect(total(1, 2, "3")):equals(6)
  expect(total()):equals(0)
  expect(total(1 << 51, 1 << 51)):equals(1 << 52)
end)

test("money is added without binary noise", function()
  expect(total(0.1, 0.2)):equals(0.3)
  expect(total("0.10", "0.20", 0.7)):equals(1.0)
  expect(total(1.005, 2.0001, -3.0051)):equals(0.0)
  expect(total("999999999.99", 0.01)):equals(1000000000.0)
  expect(total(-0.1, -0.2)):equals(-0.3)
  expect(total(1, 0.5)):equals(1.5)
end)

test("a million hundredths are ten thousand", function()
  local sum = numbers.sum()
  for _ = 1, 1000000 do
    numbers.add(sum, 0.01)
  end
  expect(numbers.total(sum)):equals(10000.0)
end)

test("a sum equals the sum of the same cents as integers, whatever they are", function()
  local state = 20261124
  local function random(bound)
    state = (state * 1103515245 + 12345) % 2147483648
    return state % bound
  end
  for _ = 1, 200 do
    local sum, cents = numbers.sum(), 0
    for _ = 1, 50 do
      local value = random(2000000000) - 1000000000
      cents = cents + value
      numbers.add(sum, value % 3 == 0 and value / 100 or numbers.of(("%.2f"):format(value / 100)))
    end
    expect(numbers.total(sum)):equals(cents / 100)
  end
end)

test("values with more decimals and very large ones are added as well as doubles allow", function()
  expect(total(0.123456, 0.000001)):is_near(0.123457)
  expect(total(0.00001, 0.00002)):equals(0.00003)
  expect(total(1e300, 1.0, -1e300)):equals(1.0)
  expect(total(1e15, 0.5)):equals(1e15 + 0.5)
  expect(total(math.maxinteger, 1) > 9.2e18):is_true()
end)

test("an average is taken of what was added", function()
  local sum = numbers.sum()
  expect(numbers.average(sum)):is_nil()
  numbers.add(sum, 1)
  numbers.add(sum, 2)
  expect(numbers.average(sum)):equals(1.5)
end)

test("rounding goes by the decimal form, half away from zero", function()
  expect(fixed(1.005, 2)):equals("1.01")
  expect(fixed(2.675, 2)):equals("2.68")
  expect(fixed(-2.5, 0)):equals("-3")
  expect(fixed(0.5, 0)):equals("1")
  expect(fixed(999.995, 2)):equals("1000.00")
  expect(fixed(1.2, 4)):equals("1.2000")
  expect(fixed(7, 2)):equals("7.00")
  expect(fixed(123456789012, 0)):equals("123456789012")
end)

test("zero has no sign", function()
  expect(fixed(-0.001, 2)):equals("0.00")
  expect(fixed(-0.0, 0)):equals("0")
end)

test("very large and very small numbers are written without an exponent", function()
  expect(fixed(1e21, 0)):equals("1000000000000000000000")
  expect(fixed(1e-7, 2)):equals("0.00")
  expect(fixed(0.00005, 4)):equals("0.0001")
  expect(fixed(math.mininteger, 0)):equals("-9223372036854775808")
end)
