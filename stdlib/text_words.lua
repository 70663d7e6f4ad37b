-- Words and letters: plurals, padding, case, pieces of text.
local host = ...
local checks = require "text_checks"
local letters = require "text_letters"

local function plural_form(number, count)
  local size = math.abs(number)
  if count == 2 then
    return size == 1 and 1 or 2
  elseif not math.tointeger(size) then
    return 2
  end
  local whole = math.tointeger(size)
  local ten, hundred = whole % 10, whole % 100
  if ten == 1 and hundred ~= 11 then
    return 1
  end
  return ten >= 2 and ten <= 4 and (hundred < 12 or hundred > 14) and 2 or 3
end

local function padding(verb, value, width, fill)
  value, width = checks.text(verb, value), checks.width(verb, width)
  if fill ~= nil and (type(fill) ~= "string" or letters.width(fill) ~= 1) then
    host.fail(("text.%s needs one character to fill with, got %s"):format(verb, checks.shown(fill)))
  end
  return value, math.max(0, width - letters.width(value)), fill or " "
end

local function letter_functions(text)
  function text.plural(value, ...)
    local number, forms = checks.number("plural", value), { ... }
    if #forms ~= 2 and #forms ~= 3 then
      host.fail('text.plural needs two forms ("deal", "deals") or three ("сделка", "сделки", "сделок"), got ' .. #forms)
    end
    return checks.text("plural", forms[plural_form(number, #forms)])
  end

  function text.pad_left(value, width, fill)
    local padded, count, with = padding("pad_left", value, width, fill)
    return with:rep(count) .. padded
  end

  function text.pad_right(value, width, fill)
    local padded, count, with = padding("pad_right", value, width, fill)
    return padded .. with:rep(count)
  end

  function text.center(value, width, fill)
    local padded, count, with = padding("center", value, width, fill)
    return with:rep(count // 2) .. padded .. with:rep(count - count // 2)
  end

  function text.truncate(value, width, ending)
    value, width = checks.text("truncate", value), checks.width("truncate", width)
    if letters.width(value) <= width then
      return value
    end
    ending = letters.beginning(ending == nil and "…" or checks.text("truncate", ending), width)
    return letters.beginning(value, width - letters.width(ending)) .. ending
  end

  function text.upper(value)
    return letters.upper(checks.text("upper", value))
  end

  function text.lower(value)
    return letters.lower(checks.text("lower", value))
  end
end

local function piece_functions(text)
  function text.trim(value)
    local trimmed, before = checks.text("trim", value), nil
    while trimmed ~= before do
      before = trimmed
      trimmed = (before:match "^%s*(.*%S)" or ""):gsub("^\u{A0}", ""):gsub("\u{A0}$", "")
    end
    return trimmed
  end

  function text.split(value, separator)
    value, separator = checks.text("split", value), separator == nil and "," or separator
    if type(separator) ~= "string" or separator == "" then
      host.fail('text.split needs a separator such as ",", got ' .. checks.shown(separator))
    end
    local parts, position = {}, 1
    while true do
      local first, last = value:find(separator, position, true)
      parts[#parts + 1] = value:sub(position, (first or 0) - 1)
      if not first then
        return parts
      end
      position = last + 1
    end
  end

  function text.starts_with(value, beginning)
    beginning = checks.text("starts_with", beginning)
    return checks.text("starts_with", value):sub(1, #beginning) == beginning
  end

  function text.ends_with(value, ending)
    ending = checks.text("ends_with", ending)
    return ending == "" or checks.text("ends_with", value):sub(-#ending) == ending
  end
end

--- Adds the functions that no locale changes.
---@param text table
return function(text)
  letter_functions(text)
  piece_functions(text)
end
