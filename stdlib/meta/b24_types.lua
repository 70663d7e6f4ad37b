---@meta b24

--- An identifier, as a number or as text.
---@alias b24.id integer | string
--- An amount or another number, also as text.
---@alias b24.number number | string
--- Yes or no: `"Y"` and `"N"`, or a boolean.
---@alias b24.flag "Y" | "N" | boolean
--- An ISO date or date-time.
---@alias b24.date string

--- The portal's answer as it came.
---@class b24.reply
---@field result any
---@field total integer? # how many items there are in all
---@field next integer? # where the next page starts
---@field time b24.time?

---@class b24.time
---@field start number # seconds since 1970
---@field finish number
---@field duration number # seconds
---@field processing number # seconds
---@field date_start string
---@field date_finish string
---@field operating number? # seconds of work counted for the method
---@field operating_reset_at integer? # when that count starts anew, seconds since 1970

--- What a failed call raises.
---@class b24.error
---@field code string # the portal's code, such as "ACCESS_DENIED"
---@field message string # one sentence
---@field method string?
---@field status integer? # of the HTTP answer
---@field retryable boolean # it provably was not executed and may be tried again
---@field retry_after integer? # the seconds until the portal wants to be asked again, if it says so
---@field hint string? # what to do

--- The items of a method that lists, read page by page while they are used, anew by every loop.
--- What is to be known about how it is read (by offset, for one) is logged once, as a warning.
---@class b24.sequence<T>
---
--- Reads all items.
---@field all fun(self: b24.sequence<T>): table<integer, T>
---
--- Gets the first item, or nil. Reads one page at most.
---@field first fun(self: b24.sequence<T>): T?
---
--- Gets how many items the portal counts. Reads no items.
---@field count fun(self: b24.sequence<T>): integer
---
--- Gets the same list read by identifier, so that no item is lost or repeated while the list changes, and then sorted
--- here: by these fields (`-` for descending) or else by the parameters' `order`. Sorting keeps all items in memory.
---@field by_id fun(self: b24.sequence<T>, ...: string): b24.list<T>
---
--- Gets why the last reading is not complete; nil when nothing is missing.
---@field partial fun(self: b24.sequence<T>): string?

--- What a method that lists gives: `for item in b24.crm.deal.list { … } do`.
---@alias b24.list<T> b24.sequence<T> | fun(): T

--- Parameters of a method that takes nothing but an identifier.
---@class b24.id_params
---@field id b24.id

--- A field as `fields` describes it.
---@class b24.field
---@field type string
---@field title string?
---@field isRequired boolean
---@field isReadOnly boolean
---@field isImmutable boolean
---@field isMultiple boolean
---@field isDynamic boolean
---@field statusType string? # the list that the values are codes of
---@field upperName string?
---@field settings table?
---@field [string] any

--- Bitrix24's methods by their names: `b24.crm.deal.get { id = 5 }`. Methods that list return a sequence, the others
--- their result. A wrong name, parameter or answer raises a `b24.error`. Calls work inside `run` only.
---@class b24
---@field v3 b24.v3 # the methods of REST 3.0
---@field raw b24.raw # the same methods, with results as they came
---@field ref b24.ref # `b24.ref.NAME.FIELD[1]`: a result inside a batch
---@field fields b24.fields # `b24.fields.deal["TITLE"]`: the code of a field by what people see
---@field stage b24.stage # `b24.stage.deal["FUNNEL/STAGE"]`: the code of a stage by what people see
---@field choice b24.choice # `b24.choice.deal["TITLE"]["VALUE"]`: the value's identifier by what people see
b24 = {}

--- Makes one raw call, without walking through pages.
---@param method string # "crm.deal.list"
---@param params table?
---@return b24.reply
function b24.call(method, params) end

--- A call inside a batch: a method and its parameters, which may hold references.
---@class (exact) b24.command
---@field [1] string # "department.get"
---@field [2] table? # `{ ID = b24.ref.user.UF_DEPARTMENT[1] }`

---@class (exact) b24.batch_options
---@field halt boolean? # the first error ends the batch; it does anyway where commands refer to each other
---@field errors "raise"|"collect"|nil # `collect`: the errors are a second result

--- Makes up to fifty calls as one and gets their results by name. Those that others refer to come first.
--- Raises the first error, unless the errors are collected. For more calls there is `parallel`.
---@param commands table<string, b24.command>
---@param options b24.batch_options?
---@return table<string, any> results
---@return table<string, b24.error>? errors # with `errors = "collect"`
function b24.batch(commands, options) end

--- The result of the batch's command of that name, or a part of it; positions count from 1. As text it can be joined
--- with others: `"Deal " .. b24.ref.deal.ID`.
---@class b24.ref
---@field [string|integer] b24.ref
---@operator concat: string

--- The methods of REST 3.0 by their names: `b24.v3.tasks.task.get { id = 5 }`.
---@class b24.v3
b24.v3 = {}

--- Makes one raw call of REST 3.0, without walking through pages.
---@param method string # "tasks.task.list"
---@param params table?
---@return b24.reply
function b24.v3.call(method, params) end

--- The same methods with their results as they came: identifiers, amounts and flags mostly as text.
---@class b24.raw
---@field v3 b24.raw.v3 # the methods of REST 3.0
---@field ref b24.ref
---@field [string] any
b24.raw = {}

--- The same as `b24.call`.
---@param method string
---@param params table?
---@return b24.reply
function b24.raw.call(method, params) end

--- Like `b24.batch`, with results as they came.
---@param commands table<string, b24.command>
---@param options b24.batch_options?
---@return table<string, any> results
---@return table<string, b24.error>? errors # with `errors = "collect"`
function b24.raw.batch(commands, options) end

---@class b24.raw.v3
---@field [string] any
b24.raw.v3 = {}

--- The same as `b24.v3.call`.
---@param method string
---@param params table?
---@return b24.reply
function b24.raw.v3.call(method, params) end
