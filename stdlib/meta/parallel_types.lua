---@meta parallel

---@class (exact) parallel.options
---@field width integer? # how many items at once; 200 when left out
---@field errors "raise"|"collect"|nil # `collect`: the failures are a second result
---@field title string? # what the progress bar calls the work

---@class (exact) parallel.failure
---@field index integer # which item
---@field error any # what its body raised

--- What `parallel` raises: the first failure's fields, with a sentence about all.
---@class parallel.error: b24.error
---@field failures parallel.failure[] # in the order of the items

--- Calls the function with each item (and its place), many at once: while one waits for the portal the others go on,
--- and what they ask for merges into batches. Items are taken as they are needed; results keep their order, with a gap
--- where the function returned nothing or failed.
---
--- When functions fail, all others go on; then one `parallel.error` is raised.
---@generic T, R
---@param items T[] | b24.sequence<T> | rows<T> | fun(): T?
---@param body fun(item: T, index: integer): R?
---@param options parallel.options?
---@return R[] results
---@return parallel.failure[]? failures # with `errors = "collect"`
function parallel(items, body, options) end
