---@meta _

--- Codes by the titles that people read.
---@alias b24.titles table<string, string>

--- Values of lists by entity, by the field's title, then by the value's.
---@class b24.choice
---@field deal table<string, b24.titles> # by the field's title, then by the value's
---@field lead table<string, b24.titles>
---@field contact table<string, b24.titles>
---@field company table<string, b24.titles>
---@field quote table<string, b24.titles>
---@field invoice table<string, b24.titles>
---@field user table<string, b24.titles>
---@field task table<string, b24.titles>
---@field item table<string|integer, table<string, b24.titles>>
---@field [string|integer] table<string, b24.titles>
