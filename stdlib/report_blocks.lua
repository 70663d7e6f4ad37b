-- The blocks of a report: checked here, so that a mistake is told at the script's own line; the host formats them.
local host = ...
local definition = require "definition"
local fields = require "rows_fields"
local nearest = require "nearest"
local object = require "rows_object"
local rows = require "rows"

local blocks = {}

local FORMATS = { "text", "integer", "number", "money", "percent", "date", "datetime", "boolean" }

local DECIMALS = {
  what = "a whole number from 0 to 10",
  test = function(value)
    return math.type(value) == "integer" and value >= 0 and value <= 10
  end,
}

local COLUMN = {
  field = definition.text "AMOUNT",
  title = definition.text "Amount",
  format = definition.word(FORMATS),
  decimals = DECIMALS,
  currency = definition.text "RUB",
  align = definition.word { "left", "right", "center" },
  total = definition.word { "sum", "count", "average", "min", "max" },
}

local TABLE = {
  title = definition.text "By manager",
  columns = {
    what = 'a list of columns such as { "NAME", { "amount", title = "Amount" } }',
    test = function(value)
      return type(value) == "table" and (#value > 0 or next(value) == nil)
    end,
  },
  rows = definition.anything(),
}

local CHART = {
  kind = definition.word { "bar" },
  title = definition.text "By manager",
  rows = definition.anything(),
  x = definition.text "NAME",
  y = definition.text "amount",
  format = definition.word(FORMATS),
  decimals = DECIMALS,
  currency = definition.text "RUB",
}

-- `{ "AMOUNT", title = "Amount" }` or just `"AMOUNT"`, as `{ field = "AMOUNT", title = "Amount" }`.
local function column_of(column, position)
  local where = ("report.table: column %d"):format(position)
  if type(column) == "string" then
    column = { column }
  elseif type(column) ~= "table" then
    host.fail(('%s must be a field\'s name or { "FIELD", title = "Title" }, got %s'):format(where, fields.name(column)))
  end
  local made = {}
  for key, value in pairs(column) do
    if key == 1 and column.field == nil then
      key = "field"
    end
    made[key] = value
  end
  definition.check(where, made, COLUMN)
  definition.require(where, made, "field", 'the field\'s name in the first place: { "AMOUNT", title = "Amount" }')
  return made
end

-- Marked, so that an empty list doesn't become an object on its way to the host.
local function new_list()
  return setmetatable({}, host.array_mark)
end

local function columns_of(columns, names)
  local made = new_list()
  for position, column in ipairs(columns or names) do
    made[position] = column_of(column, position)
  end
  return made
end

local function cell_of(where, row, name, position)
  local value = row[name]
  local kind = type(value)
  if kind == "table" or kind == "function" or kind == "thread" then
    local sentence = '%s: "%s" of row %d is a %s, which no cell can show; map it to text or a number first'
    host.fail(sentence:format(where, name, position, kind))
  elseif value == nil then
    return host.null
  end
  return value
end

-- Plain tables with the given fields only. A missing value becomes null: the field is there, its value is not.
local function plain_rows(where, list, names, shape)
  local watch, made = fields.watch(where, names, shape), new_list()
  for position, row in ipairs(list) do
    watch.see(row)
    local plain = {}
    for _, name in ipairs(names) do
      plain[name] = cell_of(where, row, name, position)
    end
    made[position] = plain
  end
  watch.finish()
  return made
end

local function names_in(columns)
  local names = {}
  for i, column in ipairs(columns) do
    names[i] = column.field
  end
  return names
end

local function rows_in(where, options)
  definition.require(where, options, "rows", "rows = …, the list to show")
  return rows(options.rows)
end

--- Creates a table block.
---@param options report.table_options
---@return report.block
function blocks.table(options)
  definition.check("report.table", options, TABLE)
  local source = rows_in("report.table", options)
  local list = source:all()
  local columns = columns_of(options.columns, not options.columns and source:fields() or {})
  local shown = plain_rows("report.table", list, names_in(columns), object.shape(source))
  return { block = "table", title = options.title, columns = columns, rows = shown }
end

--- Creates a chart block.
---@param options report.chart_options
---@return report.block
function blocks.chart(options)
  definition.check("report.chart", options, CHART)
  local source = rows_in("report.chart", options)
  definition.require("report.chart", options, "x", 'x = "NAME", the field of the labels')
  definition.require("report.chart", options, "y", 'y = "amount", the field of the values')
  local chart = { block = "chart", kind = "bar" }
  for key, value in pairs(options) do
    chart[key] = value
  end
  chart.rows = plain_rows("report.chart", source:all(), { options.x, options.y }, object.shape(source))
  return chart
end

local function block_of_text(name, text)
  if type(text) == "number" then
    text = tostring(text)
  elseif type(text) ~= "string" then
    local hint = type(text) == "table" and nearest.find(next(text), { "text" }) and "; write the text alone" or ""
    host.fail(("report.%s needs text, got %s%s"):format(name, fields.name(text), hint))
  end
  return { block = name, text = text }
end

--- Creates a paragraph of Markdown.
---@param text string
---@return report.block
function blocks.text(text)
  return block_of_text("text", text)
end

--- Creates a note: a remark about the report, such as what is left out.
---@param text string
---@return report.block
function blocks.note(text)
  return block_of_text("note", text)
end

return blocks
