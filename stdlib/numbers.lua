-- Numbers as the portal sends them: integers, doubles and numeric text, added up without binary noise.
local numbers = {}

-- Money has two to four decimals, so values are added in integer ten-thousandths.
local SCALE = 10000
-- The largest magnitude whose ten-thousandths are still exact in a double.
local EXACT = 2 ^ 53 // SCALE
local WHOLE = 1 << 52

--- Gets the number that a value stands for: a number itself, or decimal text such as "1000.00".
--- Anything else (also "", "0x10", "1e5" and " 5") is not a number: nil.
---@param value any
---@return number?
function numbers.of(value)
  if math.type(value) then
    return value
  end
  if type(value) == "string" and (value:find "^[+-]?%d+%.?%d*$" or value:find "^[+-]?%.%d+$") then
    return tonumber(value)
  end
  return nil
end

--- Creates an empty sum.
---@return table
function numbers.sum()
  return { whole = 0, scaled = 0, rest = 0.0, lost = 0.0, count = 0, decimal = false, inexact = false }
end

-- Neumaier's compensated addition, for the values that ten-thousandths can't hold.
local function add_inexact(sum, n)
  local total = sum.rest + n
  if math.abs(sum.rest) >= math.abs(n) then
    sum.lost = sum.lost + ((sum.rest - total) + n)
  else
    sum.lost = sum.lost + ((n - total) + sum.rest)
  end
  sum.rest, sum.inexact = total, true
end

--- Adds a number to a sum. Integers and decimals of up to four places are added exactly.
---@param sum table
---@param n number
function numbers.add(sum, n)
  sum.count = sum.count + 1
  if math.type(n) == "integer" and n < WHOLE and n > -WHOLE then
    sum.whole = sum.whole + n
    return
  end
  sum.decimal = true
  if n < EXACT and n > -EXACT then
    local scaled = math.floor(n * SCALE + 0.5)
    if scaled / SCALE == n then
      sum.scaled = sum.scaled + scaled
      return
    end
  end
  add_inexact(sum, n)
end

--- Gets the total: an integer when only integers were added, otherwise the double nearest to the exact sum.
---@param sum table
---@return number
function numbers.total(sum)
  if not sum.decimal then
    return sum.whole
  end
  local whole, part = sum.whole + sum.scaled // SCALE, sum.scaled % SCALE
  local exact = (whole < EXACT and whole > -EXACT) and (whole * SCALE + part) / SCALE or whole + part / SCALE
  if not sum.inexact then
    return exact
  end
  local total = exact + (sum.rest + sum.lost)
  if total < EXACT and total > -EXACT then
    total = (tonumber(("%.15g"):format(total)) or total) + 0.0
  end
  return total
end

--- Gets the average of what was added, or nil when nothing was.
---@param sum table
---@return number?
function numbers.average(sum)
  if sum.count == 0 then
    return nil
  end
  return numbers.total(sum) / sum.count
end

-- The decimal form people mean: fifteen significant digits, which every double keeps; never an exponent.
local function decimal_text(n)
  if math.type(n) == "integer" then
    return tostring(n)
  end
  local short = ("%.15g"):format(n)
  if short:find("e", 1, true) then
    return math.abs(n) >= 1 and ("%.0f"):format(n) or ("%.17f"):format(n)
  end
  return short
end

-- Adds one to a string of digits: "1999" → "2000".
local function increment(digits)
  local head, nines = digits:match "^(.-)(9*)$"
  if head == "" then
    return "1" .. ("0"):rep(#nines)
  end
  return head:sub(1, -2) .. string.char(head:byte(-1) + 1) .. ("0"):rep(#nines)
end

--- Rounds half away from zero on the decimal form (1.005 → 1.01) and gets the parts of the written number.
--- Zero has no sign. The number must be finite.
---@param n number
---@param decimals integer # places after the decimal mark, zero or more
---@return string sign # "-" or ""
---@return string whole # digits before the decimal mark
---@return string fraction # exactly `decimals` digits
function numbers.fixed(n, decimals)
  local sign, whole, fraction = decimal_text(n):match "^(%-?)(%d+)%.?(%d*)$"
  local digits = whole .. (fraction .. ("0"):rep(decimals)):sub(1, decimals)
  local next_digit = fraction:byte(decimals + 1)
  if next_digit and next_digit >= 53 then
    digits = increment(digits)
  end
  if not digits:find "[1-9]" then
    sign = ""
  end
  return sign, digits:sub(1, #digits - decimals), digits:sub(#digits - decimals + 1)
end

return numbers
