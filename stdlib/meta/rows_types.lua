---@meta rows
---@diagnostic disable: inject-field

--- Anything that rows can be made of: an array, a list of the portal, an iterator function, other rows.
---@alias rows.source<T> T[] | b24.sequence<T> | rows<T> | fun(): T?

--- A field's name, or a function that gets a value of a row.
---@alias rows.by string | fun(row: table): any

--- What `aggregate` computes of each group; made by `rows.sum` and its like.
---@class rows.aggregate
---@field name string
---@field field string?

--- A pipeline over rows. Nothing is read before something asks for the rows; `group_by`, `join` and `filter` pass
--- the rows on one by one, and what must have them all (`sort_by`, `top`, `share`, `pivot`) is computed once.
--- A field that no row has is an error that names the nearest one.
---@class rows<T>: { [integer]: T }
---@operator call: T
---@operator len: integer
---
--- Keeps the rows for which the function gives true.
---@field filter fun(self: rows<T>, keep: fun(row: T): any): rows<T>
---
--- Puts the function's result in each row's place. The function must return a value.
---@field map fun(self: rows<T>, change: fun(row: T): any): rows<any>
---
--- Groups by fields' names, by a function (the field is then `group`) or by `{ name = function }`.
---@field group_by fun(self: rows<T>, ...: rows.by | table<string, rows.by>): rows.groups
---
--- Makes one row for each group and one field for each value of another field.
---@field pivot fun(self: rows<T>, options: rows.pivot_options): rows<any>
---
--- Adds fields of another source's rows with the same key ("7" and 7 are one); every match makes a row.
---@field join fun(self: rows<T>, source: rows.source<any>, options: rows.join_options): rows<any>
---
--- Sorts, stably: by fields' names (with `-` for the greatest first) and functions. Numbers (also as text) come
--- before text, missing values last.
---@field sort_by fun(self: rows<T>, ...: rows.by): rows<T>
---
--- Gets the `count` rows with the greatest values, the greatest first.
---@field top fun(self: rows<T>, count: integer, by: rows.by): rows<T>
---
--- Adds to each row the sum up to it, under the name `as` or `FIELD_running`.
---@field running fun(self: rows<T>, by: rows.by, as: string?): rows<any>
---
--- Adds to each row its part of the total, from 0 to 1, under the name `as` or `FIELD_share`.
---@field share fun(self: rows<T>, by: rows.by, as: string?): rows<any>
---
--- Keeps the named fields only: `{ "ID", title = "TITLE" }`.
---@field select fun(self: rows<T>, take: table<integer|string, string>): rows<any>
---
--- Renames fields, `{ new = "OLD" }`, and keeps the others.
---@field rename fun(self: rows<T>, names: table<string, string>): rows<any>
---
--- Keeps the first of the rows that are equal in the named fields, or in all.
---@field distinct fun(self: rows<T>, ...: string): rows<T>
---
--- Keeps the first `count` rows and reads no more; a list of the portal is asked for no more than that.
---@field limit fun(self: rows<T>, count: integer): rows<T>
---
--- Calls the function with each row.
---@field each fun(self: rows<T>, visit: fun(row: T))
---
--- Gets all rows as a plain array of its own.
---@field all fun(self: rows<T>): T[]
---
--- Gets the first row, or nil; reads no more than that.
---@field first fun(self: rows<T>): T?
---
--- Counts the rows, or those that have a value in the field.
---@field count fun(self: rows<T>, by: rows.by?): integer
---
--- Sums a field: an integer if all values are, otherwise exact to four decimals. Fails for text that is no number.
---@field sum fun(self: rows<T>, by: rows.by): number
---
--- Averages the values that are there; nil when there are none.
---@field average fun(self: rows<T>, by: rows.by): number?
---
--- Gets the least value.
---@field min fun(self: rows<T>, by: rows.by): any
---
--- Gets the greatest value.
---@field max fun(self: rows<T>, by: rows.by): any
---
--- Counts the different values.
---@field count_distinct fun(self: rows<T>, by: rows.by): integer
---
--- Gets the values that are there, in order.
---@field list fun(self: rows<T>, by: rows.by): any[]
---
--- Gets the names of the fields, in the order in which they came to be.
---@field fields fun(self: rows<T>): string[]

--- Groups that wait for their aggregates.
---@class rows.groups
---
--- Computes one row for each group, in the order in which the groups were first seen: the group's fields and the
--- named aggregates. The items stream by, only the groups are kept.
---@field aggregate fun(self: rows.groups, aggregates: table<string, rows.aggregate>): rows<any>

---@class (exact) rows.join_options
---@field on rows.by # the field of these rows that holds the key
---@field key rows.by? # the field of the other rows; the same as `on` when left out
---@field take table<integer|string, string>? # `{ "NAME", city = "PERSONAL_CITY" }`; all fields when left out
---@field kind "left"|"inner"|nil # `left` (the default) keeps rows without a match

---@class (exact) rows.pivot_options
---@field rows rows.by | string[] # what makes a row
---@field columns rows.by # whose values become fields
---@field value rows.aggregate | string # what stands in the cells; a field's name means its sum

--- Makes rows of an array, a list of the portal, an iterator function (which can be read once) or other rows.
--- Fails for anything else.
---@generic T
---@param source T[] | b24.sequence<T> | rows<T> | fun(): T?
---@return rows<T>
function rows(source) end

--- Counts the rows of a group, or those that have a value in the field.
---@param by rows.by?
---@return rows.aggregate
function rows.count(by) end

--- Sums: an integer if all values are, otherwise exact to four decimals. Missing and empty values are passed over.
---@param by rows.by
---@return rows.aggregate
function rows.sum(by) end

--- Averages the values that are there.
---@param by rows.by
---@return rows.aggregate
function rows.average(by) end

--- Gets the least value: numbers (also as text) as numbers, dates as text.
---@param by rows.by
---@return rows.aggregate
function rows.min(by) end

--- Gets the greatest value.
---@param by rows.by
---@return rows.aggregate
function rows.max(by) end

--- Gets the first value that is there.
---@param by rows.by
---@return rows.aggregate
function rows.first(by) end

--- Gets the last value that is there.
---@param by rows.by
---@return rows.aggregate
function rows.last(by) end

--- Gets an array of the values that are there.
---@param by rows.by
---@return rows.aggregate
function rows.list(by) end

--- Counts the different values.
---@param by rows.by
---@return rows.aggregate
function rows.count_distinct(by) end
