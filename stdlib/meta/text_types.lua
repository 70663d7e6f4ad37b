---@meta text

--- Options of a function of `text`, or settings for `text.with`.
---@class (exact) text.options
---@field locale "ru"|"en"|nil # the run's language when left out
---@field currency string? # ISO 4217 code; the run's currency when left out
---@field decimals integer? # exactly so many places, 0–10

--- Text for people, in Russian (`1 234,50 ₽`) and in English (`$1,234.50`). Numbers may also come as decimal text,
--- as the portal writes money; anything else is an error.
---@class text
text = {}

--- Gets an amount with its currency's symbol. Whole amounts have no decimals unless asked for.
---@param amount number|string
---@param currency (string|text.options)? # ISO 4217 code, or options
---@return string
function text.money(amount, currency) end

--- Gets a number with grouped thousands: exactly `decimals` places, or as many as there are, up to four.
---@param n number|string
---@param decimals (integer|text.options)?
---@return string
function text.number(n, decimals) end

--- Gets a number rounded to a whole one, with grouped thousands.
---@param n number|string
---@param options text.options?
---@return string
function text.integer(n, options) end

--- Gets a fraction in percent: 0.256 is 25.6 %.
---@param fraction number|string
---@param decimals (integer|text.options)? # up to one place when left out
---@return string
function text.percent(fraction, decimals) end

--- Gets the form of a word that goes with a number: two forms for English, three for Russian
--- (`text.plural(5, "сделка", "сделки", "сделок")`). The number itself is not in the result.
---@param n number|string
---@param one string
---@param few string
---@param many string?
---@return string
function text.plural(n, one, few, many) end

--- Writes an ISO date or date-time in its own offset. Empty text for a missing date.
---@param iso string?
---@param pattern string? # `yyyy yy MMMM MMM MM M dd d EEEE EEE HH H mm ss`, words in single quotes
---@return string
function text.date(iso, pattern) end

--- Fills up on the left to a width in displayed characters.
---@param s string|number
---@param width integer
---@param fill string? # one character, a space when left out
---@return string
function text.pad_left(s, width, fill) end

--- Fills up on the right.
---@param s string|number
---@param width integer
---@param fill string?
---@return string
function text.pad_right(s, width, fill) end

--- Fills up on both sides.
---@param s string|number
---@param width integer
---@param fill string?
---@return string
function text.center(s, width, fill) end

--- Cuts text to a width in displayed characters, the ending included.
---@param s string|number
---@param width integer
---@param ending string? # "…" when left out
---@return string
function text.truncate(s, width, ending) end

--- Gets text in capitals, Latin and Cyrillic.
---@param s string|number
---@return string
function text.upper(s) end

--- Gets text in small letters, Latin and Cyrillic.
---@param s string|number
---@return string
function text.lower(s) end

--- Gets text without spaces at its ends, also no-break ones.
---@param s string|number
---@return string
function text.trim(s) end

--- Cuts text at a separator, taken plainly. Empty pieces stay.
---@param s string|number
---@param separator string? # "," when left out
---@return string[]
function text.split(s, separator) end

--- Tells whether text begins with another.
---@param s string|number
---@param beginning string
---@return boolean
function text.starts_with(s, beginning) end

--- Tells whether text ends with another.
---@param s string|number
---@param ending string
---@return boolean
function text.ends_with(s, ending) end

--- Gets the same functions with other settings: `text.with { locale = "en" }.money(5)`.
---@param options text.options
---@return text
function text.with(options) end
