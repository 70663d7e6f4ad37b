-- Letters and their display: case of Latin and Cyrillic, width on a terminal, collation.
local letters = {}

local to_upper, to_lower = {}, {}

local function pair(upper, lower)
  local u, l = utf8.char(upper), utf8.char(lower)
  to_upper[l], to_lower[u] = u, l
end

-- Blocks of the Unicode character table, where the small letter lies at a fixed distance from the capital.
for _, block in ipairs { { 0x41, 0x5A, 32 }, { 0xC0, 0xDE, 32 }, { 0x410, 0x42F, 32 }, { 0x400, 0x40F, 80 } } do
  for code = block[1], block[2] do
    if code ~= 0xD7 then
      pair(code, code + block[3])
    end
  end
end
-- Blocks in which capitals and small letters take turns.
for _, block in ipairs { { 0x100, 0x12E }, { 0x132, 0x136 }, { 0x14A, 0x176 }, { 0x460, 0x480 }, { 0x48A, 0x4BE },
  { 0x4D0, 0x52E } } do
  for code = block[1], block[2], 2 do
    pair(code, code + 1)
  end
end
for _, block in ipairs { { 0x139, 0x147 }, { 0x179, 0x17D }, { 0x4C1, 0x4CD } } do
  for code = block[1], block[2], 2 do
    pair(code, code + 1)
  end
end

--- Gets text in capitals: Latin and Cyrillic, also Ukrainian, Belarusian and Kazakh letters. Others stay.
---@param s string
---@return string
function letters.upper(s)
  return (s:gsub(utf8.charpattern, to_upper))
end

--- Gets text in small letters.
---@param s string
---@return string
function letters.lower(s)
  return (s:gsub(utf8.charpattern, to_lower))
end

--- Gets the form in which text is compared: case does not count, ё counts as е.
---@param s string
---@return string
function letters.collation(s)
  if not s:find "[\x80-\xFF]" then
    return s:lower()
  end
  return (letters.lower(s):gsub("ё", "е"))
end

-- Ranges of characters that take two cells: East Asian wide and full-width ones and emoji.
local WIDE = {
  { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
  { 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF },
  { 0x1F900, 0x1FAFF }, { 0x20000, 0x3FFFD },
}
-- Characters that take none: combining marks, joiners, variation selectors.
local ZERO = { { 0x300, 0x36F }, { 0x483, 0x489 }, { 0x200B, 0x200F }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F } }

local function is_within(code, ranges)
  for _, range in ipairs(ranges) do
    if code >= range[1] and code <= range[2] then
      return true
    end
  end
  return false
end

local function width_of(code)
  if code < 0x300 then
    return 1
  end
  return is_within(code, ZERO) and 0 or is_within(code, WIDE) and 2 or 1
end

--- Gets the number of cells that text takes on a terminal. Text that is not UTF-8 counts by bytes.
---@param s string
---@return integer
function letters.width(s)
  if not utf8.len(s) then
    return #s
  end
  local width = 0
  for _, code in utf8.codes(s) do
    width = width + width_of(code)
  end
  return width
end

--- Gets the longest beginning of text that fits into a number of cells, whole characters only.
---@param s string
---@param cells integer
---@return string
function letters.beginning(s, cells)
  if not utf8.len(s) then
    return s:sub(1, math.max(cells, 0))
  end
  local width = 0
  for position, code in utf8.codes(s) do
    width = width + width_of(code)
    if width > cells then
      return s:sub(1, position - 1)
    end
  end
  return s
end

return letters
