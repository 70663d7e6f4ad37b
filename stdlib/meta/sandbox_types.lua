---@meta _

--- Gets a module of the standard library; all of them are globals, too.
---@param name "b24"|"every"|"handler"|"job"|"json"|"log"|"parallel"|"period"|"report"|"rows"|"store"|"text"
---@return any
function require(name) end
