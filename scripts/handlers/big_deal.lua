-- Tells the head of sales about every new deal of a million or more.
-- Put the identifier of the one to tell into BOSS. Try it: lunokhod run scripts/handlers/big_deal.lua

local BOSS = 1
local BIG = 1000000

return handler {
  title = "Сообщать о крупных сделках",
  on = { "ONCRMDEALADD" },
  scopes = { "crm", "im" },
  writes = { "im.notify.personal.add" },
  locale = "ru",
  retry = { attempts = 8 },

  run = function(event)
    local deal = b24.crm.deal.get { id = event.id }
    -- The portal writes money as text, and nothing at all where no amount was entered.
    local amount = tonumber(deal.OPPORTUNITY) or 0
    if amount < BIG then
      return
    end
    b24.im.notify.personal.add {
      USER_ID = BOSS,
      MESSAGE = ("Новая сделка «%s» на %s"):format(deal.TITLE or deal.ID, text.money(amount, deal.CURRENCY_ID)),
    }
    log.info("told about a big deal", { deal = deal.ID, amount = amount })
  end,
}
