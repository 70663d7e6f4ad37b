-- Dates written by a pattern such as "d MMMM yyyy, HH:mm".
local host = ...
local dates = require "dates"
local nearest = require "nearest"

local text_date = {}

local LETTERS = {
  "yyyy", "yy", "MMMM", "MMM", "MM", "M", "dd", "d", "EEEE", "EEE", "HH", "H", "mm", "ss",
}

---@param parts dates.parts
---@param locale text.locale
local function values_of(parts, locale)
  local weekday = dates.weekday(parts)
  return {
    yyyy = ("%04d"):format(parts.year),
    yy = ("%02d"):format(parts.year % 100),
    MMMM = locale.months[parts.month],
    MMM = locale.short_months[parts.month],
    MM = ("%02d"):format(parts.month),
    M = tostring(parts.month),
    dd = ("%02d"):format(parts.day),
    d = tostring(parts.day),
    EEEE = locale.weekdays[weekday],
    EEE = locale.short_weekdays[weekday],
    HH = ("%02d"):format(parts.hour),
    H = tostring(parts.hour),
    mm = ("%02d"):format(parts.minute),
    ss = ("%02d"):format(parts.second),
  }
end

-- The quoted text at a position, with '' for a quote, and where the pattern goes on.
local function quoted(pattern, position)
  if pattern:sub(position + 1, position + 1) == "'" then
    return "'", position + 2
  end
  local stop = pattern:find("'", position + 1, true)
  if not stop then
    host.fail(("text.date: the pattern \"%s\" has an open quote; close it with '"):format(pattern))
  end
  return pattern:sub(position + 1, stop - 1), stop + 1
end

-- The run of one letter at a position, replaced by its value.
local function replaced(pattern, position, values)
  local letter = pattern:sub(position, position)
  local run = pattern:match("^" .. letter .. "+", position)
  if not values[run] then
    host.fail(('text.date: the pattern "%s" has "%s"; known are %s; put words in quotes: \'%s\''):format(
      pattern, run, nearest.list(LETTERS), run))
  end
  return values[run], position + #run
end

--- Writes a date by a pattern. Latin letters stand for parts (`yyyy MM dd HH mm ss`, `MMMM` and `EEEE` for names);
--- text in single quotes and everything else stays.
---@param parts dates.parts
---@param pattern string
---@param locale text.locale
---@return string
function text_date.write(parts, pattern, locale)
  local values, pieces, position = values_of(parts, locale), {}, 1
  while position <= #pattern do
    local character = pattern:sub(position, position)
    local piece
    if character == "'" then
      piece, position = quoted(pattern, position)
    elseif character:find "%a" then
      piece, position = replaced(pattern, position, values)
    else
      piece, position = character, position + 1
    end
    pieces[#pieces + 1] = piece
  end
  return table.concat(pieces)
end

return text_date
