---@meta json

--- JSON texts, and the values that Lua has no word for.
---@class json
---@field null lightuserdata # JSON's null; inside an array it keeps its place, as a member it is absent when read
json = {}

--- Gets the JSON text of a value. Fails for functions, infinite numbers and text that is not UTF-8.
---@param value any
---@return string
function json.encode(value) end

--- Gets the value of a JSON text. Fails when the text is not well-formed.
---@param text string
---@return any
function json.decode(text) end

--- Marks a table as an array, which is written as `[]` also when it is empty. Returns it.
---@generic T: table
---@param items T?
---@return T
function json.array(items) end

--- Marks a table as an object, which is written as `{}` whatever its keys. Returns it.
---@generic T: table
---@param members T?
---@return T
function json.object(members) end
