-- How numbers, money and dates are written in Russian and in English.
local locales = {}

-- U+00A0: a number must not break across lines.
local NO_BREAK_SPACE = "\u{A0}"

---@class text.locale
---@field group string # between thousands
---@field mark string # before decimals
---@field unit string # between a number and what follows it
---@field date string # pattern of a date
---@field datetime string # pattern of a date with a time
---@field months string[] # as in "16 November 2026"
---@field short_months string[]
---@field weekdays string[] # Monday first
---@field short_weekdays string[]

locales.ru = {
  group = NO_BREAK_SPACE,
  mark = ",",
  unit = NO_BREAK_SPACE,
  date = "dd.MM.yyyy",
  datetime = "dd.MM.yyyy HH:mm",
  months = {
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  },
  short_months = {
    "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.",
  },
  weekdays = { "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье" },
  short_weekdays = { "пн", "вт", "ср", "чт", "пт", "сб", "вс" },
}

locales.en = {
  group = ",",
  mark = ".",
  unit = "",
  date = "d MMM yyyy",
  datetime = "d MMM yyyy, HH:mm",
  months = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  },
  short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  short_weekdays = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
}

--- Symbols of currencies by ISO 4217 code; others are written as their code.
---@type table<string, string>
locales.symbols = {
  RUB = "₽", USD = "$", EUR = "€", GBP = "£", CNY = "¥", JPY = "¥", KZT = "₸", UAH = "₴", TRY = "₺", INR = "₹",
  KRW = "₩", GEL = "₾", AMD = "֏", AZN = "₼", ILS = "₪", VND = "₫",
}

--- Currencies without a smaller unit.
---@type table<string, boolean>
locales.whole = { JPY = true, KRW = true, VND = true }

return locales
