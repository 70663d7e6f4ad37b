-- Text for people: money, numbers, plurals, dates and padding, in Russian and in English.
local host = ...
local checks = require "text_checks"
local dates = require "dates"
local definition = require "definition"
local fields = require "rows_fields"
local locales = require "text_locales"
local numbers = require "numbers"
local text_date = require "text_date"
local add_words = require "text_words"

local decimals_rule = {
  what = "a whole number from 0 to 10",
  test = function(value)
    return math.type(value) == "integer" and value >= 0 and value <= 10
  end,
}

local OPTIONS = {
  locale = definition.word { "en", "ru" },
  currency = definition.text "RUB",
  decimals = decimals_rule,
}

-- Gets options from the last argument, which is either a table or the one value that `key` names.
local function options_of(verb, settings, value, key)
  local options = value
  if value == nil then
    options = {}
  elseif type(value) ~= "table" then
    options = { [key] = value }
  end
  definition.check("text." .. verb, options, OPTIONS)
  local locale = options.locale or settings.locale or host.locale
  return {
    locale = locales[locale] or locales.en,
    is_english = locale ~= "ru",
    currency = options.currency or settings.currency or host.currency or "RUB",
    decimals = options.decimals or settings.decimals,
  }
end

local function grouped(whole, separator)
  local head = #whole % 3
  local parts = { head > 0 and whole:sub(1, head) or nil }
  for position = head + 1, #whole, 3 do
    parts[#parts + 1] = whole:sub(position, position + 2)
  end
  return table.concat(parts, separator)
end

-- With `decimals` exactly so many places, otherwise up to `most` without zeros at the end.
local function written(number, options, most)
  local sign, whole, fraction = numbers.fixed(number, options.decimals or most)
  if not options.decimals then
    fraction = fraction:gsub("0+$", "")
  end
  local mark = fraction ~= "" and options.locale.mark or ""
  return sign, grouped(whole, options.locale.group) .. mark .. fraction
end

local function number_functions(text, settings)
  function text.number(value, decimals)
    local options = options_of("number", settings, decimals, "decimals")
    return table.concat { written(checks.number("number", value), options, 4) }
  end

  function text.integer(value, options)
    options = options_of("integer", settings, options, "locale")
    options.decimals = 0
    return table.concat { written(checks.number("integer", value), options, 0) }
  end

  function text.percent(value, decimals)
    local options = options_of("percent", settings, decimals, "decimals")
    local number = checks.number("percent", value) * 100
    return table.concat { table.concat({ written(number, options, 1) }), options.locale.unit, "%" }
  end

  function text.money(value, currency)
    local options = options_of("money", settings, currency, "currency")
    local number, symbol = checks.number("money", value), locales.symbols[options.currency]
    if not options.decimals then
      local is_whole = math.tointeger(number) or locales.whole[options.currency]
      options.decimals = is_whole and 0 or 2
    end
    local sign, amount = written(number, options, 2)
    if not options.is_english then
      return sign .. amount .. options.locale.unit .. (symbol or options.currency)
    end
    return sign .. (symbol or options.currency .. "\u{A0}") .. amount
  end
end

local function date_function(text, settings)
  function text.date(iso, pattern)
    if iso == nil or iso == "" or iso == host.null then
      return ""
    end
    local parts = dates.parse(iso)
    if not parts then
      host.fail('text.date needs an ISO date such as "2026-11-16", got ' .. checks.shown(iso))
    elseif pattern ~= nil and type(pattern) ~= "string" then
      host.fail('text.date needs a pattern such as "dd.MM.yyyy", got ' .. fields.name(pattern))
    end
    local locale = options_of("date", settings, nil, "locale").locale
    return text_date.write(parts, pattern or (parts.timed and locale.datetime or locale.date), locale)
  end
end

-- The module with settings of its own; what they leave out comes from the host.
local function text_with(settings)
  local text = {}
  number_functions(text, settings)
  date_function(text, settings)
  add_words(text)

  function text.with(options)
    definition.check("text.with", options, OPTIONS)
    local merged = {}
    for _, source in ipairs { settings, options } do
      for key, value in pairs(source) do
        merged[key] = value
      end
    end
    return text_with(merged)
  end

  return setmetatable(text, { __index = definition.unknown_member("text", text) })
end

return text_with {}
