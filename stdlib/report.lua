-- `report { title, run(period) → blocks }`, and the blocks: tables, charts, texts and notes as plain data.
local blocks = require "report_blocks"
local definition = require "definition"
local endings = require "definition_endings"
local kinds = require "definition_kinds"

local report = endings.add("report", {
  table = blocks.table,
  chart = blocks.chart,
  text = blocks.text,
  note = blocks.note,
})

return setmetatable(report, {
  __call = function(_, value)
    return kinds.define("report", value)
  end,
  __index = definition.unknown_member("report", report),
})
