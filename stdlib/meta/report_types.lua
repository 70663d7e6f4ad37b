---@meta report
---@diagnostic disable: inject-field

--- A length of time: seconds, or text with a unit such as "30m" (s, m, h, d).
---@alias definition.duration number | string

---@class (exact) definition.retry
---@field attempts integer? # how often a run is tried, from 1 on
---@field delay definition.duration? # before the second attempt

---@class (exact) definition.limits
---@field calls integer? # calls of the portal
---@field writes integer? # calls that change something
---@field instructions integer?
---@field memory integer? # megabytes
---@field time definition.duration?

--- Where a report goes.
---@class (exact) definition.deliver
---@field folder string? # relative to the workspace
---@field chat string|integer|nil
---@field user string|integer|nil
---@field email string?

--- What all definitions have. An unknown key is an error.
---@class (exact) definition
---@field title string?
---@field name string? # the script's file name when left out
---@field description string?
---@field scopes string[]? # a call outside these fails before it leaves
---@field writes string[]? # the methods that may change something
---@field portal string? # a name of the settings; the usual one, and for a handler all of them, when left out
---@field zone string? # IANA name
---@field locale "ru"|"en"|nil
---@field currency string? # ISO 4217 code
---@field strict boolean?
---@field retry definition.retry?
---@field limits definition.limits?
---@field memory integer? # megabytes
---@field deadline definition.duration?
---@field concurrency integer?
---@field idempotent boolean?
---@field pause_after integer? # so many failures in a row pause the script

---@alias schedule.days
---| "every day"
---| "working days"
---| "first working day of the month"
---| "last working day of the month"

---@class (exact) report.definition: definition
---@field title string
---@field schedule string|string[]|nil # cron or `every "15m"`, in the portal's zone unless `zone` says otherwise
---@field days schedule.days? # on which days the schedule counts
---@field misfire "once"|"skip"|"all"|nil # what becomes of slots that were missed; "once" when left out
---@field grace definition.duration? # how late a slot may be and isn't missed; a minute when left out
---@field catch_up integer? # how many slots "all" makes up for; 24 when left out
---@field overlap "skip"|"queue"|"replace"|nil # while an earlier run is unfinished; "skip" when left out
---@field jitter definition.duration? # a run comes up to so much later than its slot
---@field period string? # such as "last week"
---@field formats string[]? # such as { "md", "csv" }
---@field deliver definition.deliver?
---@field run fun(period: period): report.block[]

---@class (exact) report.column
---@field [1]? string # the field
---@field field string? # the field, written by name
---@field title string? # the field's name when left out
---@field format report.format?
---@field decimals integer? # places, 0–10
---@field currency string? # ISO 4217 code
---@field align "left"|"right"|"center"|nil
---@field total "sum"|"count"|"average"|"min"|"max"|nil

---@alias report.format "text"|"integer"|"number"|"money"|"percent"|"date"|"datetime"|"boolean"

---@class (exact) report.table_options
---@field rows rows.source<table>
---@field columns (string|report.column)[]? # every field when left out
---@field title string?

---@class (exact) report.chart_options
---@field kind "bar"|nil
---@field rows rows.source<table>
---@field x string # the field of the labels
---@field y string # the field of the values
---@field title string?
---@field format report.format?
---@field decimals integer? # places, 0–10
---@field currency string? # ISO 4217 code

--- A part of a report, as plain data.
---@class report.block
---@field block "table"|"chart"|"text"|"note"

--- Defines a report; the script returns it. Fails when a key is unknown or of the wrong type, or when `title` or `run`
--- is missing.
---@param definition report.definition
---@return report.definition
function report(definition) end

--- Makes a table. Fails for a field that no row has.
---@param options report.table_options
---@return report.block
function report.table(options) end

--- Makes a chart. Fails for a field that no row has.
---@param options report.chart_options
---@return report.block
function report.chart(options) end

--- Makes a paragraph of Markdown.
---@param text string
---@return report.block
function report.text(text) end

--- Makes a remark about the report, such as what is left out.
---@param text string
---@return report.block
function report.note(text) end
