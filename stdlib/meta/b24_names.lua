---@meta _

--- Codes by the titles that people read.
---@alias b24.titles table<string, string>

--- Titles by entity; a smart process goes by its title or its `entityTypeId`: `["Contracts"]`, `[140]`.
---@class b24.field_titles
---@field deal b24.titles
---@field lead b24.titles
---@field contact b24.titles
---@field company b24.titles
---@field quote b24.titles
---@field invoice b24.titles # as `crm.item.*` spells them
---@field user b24.titles
---@field task b24.titles
---@field item b24.item_titles # as `crm.item.*` spells them: `ufCrm_1700000000`
---@field [string|integer] b24.titles

---@class b24.item_titles
---@field deal b24.titles
---@field lead b24.titles
---@field contact b24.titles
---@field company b24.titles
---@field quote b24.titles
---@field invoice b24.titles
---@field [string|integer] b24.titles

---@class b24.stage_titles
---@field deal b24.titles # `"Sales/Contract"`, or `"Contract"` where one funnel has it
---@field lead b24.titles
---@field quote b24.titles
---@field invoice b24.titles
---@field [string|integer] b24.titles

---@class b24.choice_titles
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

---@class b24
---@field fields b24.field_titles # `b24.fields.deal["Source"]`: the field's code
---@field stage b24.stage_titles # `b24.stage.deal["Sales/Contract"]`: the stage's code
---@field choice b24.choice_titles # `b24.choice.deal["Source"]["Site"]`: the value's identifier, text
