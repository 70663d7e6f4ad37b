-- {title}: the open deals by stage.
-- Run it:   lunokhod run {path}

local deals = b24.crm.deal.list { filter = { CLOSED = "N" }, select = { "ID", "STAGE_ID", "OPPORTUNITY" } }
local stages = rows(deals)
  :group_by("STAGE_ID")
  :aggregate { deals = rows.count(), amount = rows.sum "OPPORTUNITY" }
  :sort_by("-deals", "STAGE_ID")

for stage in stages do
  print(stage.STAGE_ID, stage.deals, text.money(stage.amount))
end
