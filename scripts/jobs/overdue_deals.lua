-- On working days gives everybody who has overdue deals one task with the list of them.
-- Run it once:             lunokhod run scripts/jobs/overdue_deals.lua
-- Let it run by itself:    lunokhod serve

local MOST = 20

local function list(deals)
  local lines = {}
  for place, deal in ipairs(deals) do
    if place > MOST then
      lines[#lines + 1] = ("и ещё %d"):format(#deals - MOST)
      break
    end
    lines[#lines + 1] = ("%s — до %s, %s"):format(
      deal.TITLE or deal.ID, text.date(deal.CLOSEDATE, "d MMMM"), text.money(tonumber(deal.OPPORTUNITY) or 0))
  end
  return table.concat(lines, "\n")
end

return job {
  title = "Просроченные сделки",
  schedule = "30 7 * * *",
  days = "working days",
  misfire = "once",
  grace = "4h",
  scopes = { "crm", "task" },
  writes = { "tasks.task.add" },
  locale = "ru",

  run = function()
    local today = period "today"
    local deals = b24.crm.deal.list {
      filter = { CLOSED = "N", ["<CLOSEDATE"] = today.from },
      select = { "ID", "TITLE", "OPPORTUNITY", "CLOSEDATE", "ASSIGNED_BY_ID" },
    }
    local owners = {}
    for deal in rows(deals):sort_by("CLOSEDATE") do
      local own = owners[deal.ASSIGNED_BY_ID] or {}
      own[#own + 1] = deal
      owners[deal.ASSIGNED_BY_ID] = own
    end
    for owner, own in pairs(owners) do
      b24.tasks.task.add {
        fields = {
          TITLE = ("Просрочено: %d %s"):format(#own, text.plural(#own, "сделка", "сделки", "сделок")),
          DESCRIPTION = list(own),
          RESPONSIBLE_ID = owner,
          CREATED_BY = owner,
          DEADLINE = today.to,
        },
      }
      log.info("gave a task", { responsible = owner, deals = #own })
    end
  end,
}
