---@meta period
---@diagnostic disable: inject-field

--- A stretch of whole days in a time zone, such as a week.
---@class period
---@field from string # ISO date-time of its beginning, with the zone's offset
---@field to string # ISO date-time of its end, exclusive
---@field first string # ISO date of the first day
---@field last string # ISO date of the last day, inclusive
---@field slug string # short name for files: "2026-W47", "2026-11"
---@field expression string # what it was made of: "last week"
---@field zone string # IANA name of the zone
---@field days integer # whole days
local Period = {}

--- Tells whether an ISO date or date-time lies in the period; a missing one does not. Fails for other text.
---@param iso string?
---@return boolean
function Period:contains(iso) end

--- Gets the adjacent period of the same kind before this one.
---@return period
function Period:previous() end

--- Gets the adjacent period of the same kind after this one.
---@return period
function Period:next() end

--- Gets the period that an expression means at the time of the run: "last week", "last 7 days", "2026-W47",
--- "2026-11", "2026-Q4", "2026-11-01..2026-11-15". Fails with what is understood when it is none of these.
---@param expression string
---@return period
function period(expression) end

---@return period
function period.today() end

---@return period
function period.yesterday() end

---@return period
function period.tomorrow() end

---@return period
function period.this_week() end

---@return period
function period.last_week() end

---@return period
function period.next_week() end

---@return period
function period.this_month() end

---@return period
function period.last_month() end

---@return period
function period.next_month() end

---@return period
function period.this_quarter() end

---@return period
function period.last_quarter() end

---@return period
function period.next_quarter() end

---@return period
function period.this_year() end

---@return period
function period.last_year() end

---@return period
function period.next_year() end

--- Gets so many whole days before today.
---@param count integer
---@return period
function period.last_days(count) end

--- Gets so many whole weeks before this one.
---@param count integer
---@return period
function period.last_weeks(count) end

--- Gets so many whole months before this one.
---@param count integer
---@return period
function period.last_months(count) end

--- Gets the period from one date to another, both included.
---@param from string # ISO date
---@param to string # ISO date
---@return period
function period.range(from, to) end

--- Makes a period of a table with its fields.
---@param value table
---@return period
function period.from_table(value) end
