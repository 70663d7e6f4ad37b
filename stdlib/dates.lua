-- ISO 8601 dates taken apart, in the offset they are written in; no clock, no zones.
local dates = {}

---@class dates.parts
---@field year integer
---@field month integer # 1–12
---@field day integer # 1–31
---@field hour integer
---@field minute integer
---@field second integer
---@field timed boolean # has a time of day
---@field offset integer? # seconds east of UTC, nil when the text has none

local MONTH_DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function days_in(year, month)
  local leap = month == 2 and (year % 4 == 0 and year % 100 ~= 0 or year % 400 == 0)
  return MONTH_DAYS[month] + (leap and 1 or 0)
end

local function offset_seconds(zone)
  if zone == "Z" or zone == "z" then
    return 0
  end
  local sign, hours, minutes = zone:match "^([+-])(%d%d):?(%d%d)$"
  if not sign then
    return nil
  end
  return (sign == "-" and -1 or 1) * (math.tointeger(hours) * 3600 + math.tointeger(minutes) * 60)
end

--- Takes an ISO date or date-time apart: `2026-11-16`, `2026-11-16T09:00:00+03:00`, `…Z`, also with a space for `T`.
---@param iso any
---@return dates.parts? # nil when the value is not such a date
function dates.parse(iso)
  if type(iso) ~= "string" then
    return nil
  end
  local y, m, d, rest = iso:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$"
  local year, month, day = math.tointeger(y), math.tointeger(m), math.tointeger(d)
  if not year or month < 1 or month > 12 or day < 1 or day > days_in(year, month) then
    return nil
  end
  local parts = { year = year, month = month, day = day, hour = 0, minute = 0, second = 0, timed = rest ~= "" }
  if not parts.timed then
    return parts
  end
  local hour, minute, tail = rest:match "^[T ](%d%d):(%d%d)(.*)$"
  if not hour then
    return nil
  end
  local second, zone = tail:match "^:(%d%d)%.?%d*(.*)$"
  parts.hour, parts.minute = math.tointeger(hour), math.tointeger(minute)
  parts.second, zone = math.tointeger(second or 0), zone or tail
  parts.offset = offset_seconds(zone)
  local in_range = parts.hour < 24 and parts.minute < 60 and parts.second < 61
  return in_range and (zone == "" or parts.offset) and parts or nil
end

--- Gets the days since 1970-01-01 of the date.
---@param parts dates.parts
---@return integer
function dates.days(parts)
  local year = parts.month <= 2 and parts.year - 1 or parts.year
  local era, shifted = year // 400, (parts.month + 9) % 12
  local year_of_era = year % 400
  local day_of_year = (153 * shifted + 2) // 5 + parts.day - 1
  return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468
end

--- Gets the seconds since 1970-01-01 00:00 UTC, or of the wall clock when the text has no offset.
---@param parts dates.parts
---@return integer
function dates.seconds(parts)
  local seconds = dates.days(parts) * 86400 + parts.hour * 3600 + parts.minute * 60 + parts.second
  return seconds - (parts.offset or 0)
end

--- Gets the day of the week, Monday = 1 … Sunday = 7.
---@param parts dates.parts
---@return integer
function dates.weekday(parts)
  return (dates.days(parts) + 3) % 7 + 1
end

return dates
