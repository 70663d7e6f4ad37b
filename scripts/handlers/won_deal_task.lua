-- Gives the responsible of a deal a task when the deal is won: once for each deal, however often it is changed then.
-- Try it with a deal that is won:  lunokhod run scripts/handlers/won_deal_task.lua --id 5
-- Let it run by itself:            lunokhod serve

local DAYS = 2

return handler {
  title = "Задача по выигранной сделке",
  on = { "ONCRMDEALUPDATE" },
  scopes = { "crm", "task" },
  writes = { "tasks.task.add" },
  locale = "ru",

  run = function(event)
    local deal = b24.crm.deal.get { id = event.id }
    -- The event says only that something was changed: the deal itself tells whether it is won.
    if deal.STAGE_SEMANTIC_ID ~= "S" then
      return
    end
    -- A deal that is opened and won again within a year gets no second task.
    if not store.once("won:" .. deal.ID, "365d") then
      return
    end
    b24.tasks.task.add {
      fields = {
        TITLE = ("Выставить счёт: %s"):format(deal.TITLE or deal.ID),
        DESCRIPTION = ("Сделка на %s"):format(text.money(tonumber(deal.OPPORTUNITY) or 0, deal.CURRENCY_ID)),
        RESPONSIBLE_ID = deal.ASSIGNED_BY_ID,
        CREATED_BY = deal.ASSIGNED_BY_ID,
        DEADLINE = period(("next %d days"):format(DAYS)).to,
        UF_CRM_TASK = { "D_" .. deal.ID },
      },
    }
    log.info("gave a task for a won deal", { deal = deal.ID, responsible = deal.ASSIGNED_BY_ID })
  end,
}
