-- {title}: logs the open deals that nobody has touched for longest.
-- Run it once:   lunokhod run {path}

local DAYS = 14

return job {
  title = "{title}",
  schedule = "{schedule}",
  scopes = { "crm" },
  -- The methods by which it may change something, such as "crm.deal.update"; without one it only reads.
  writes = {},

  run = function()
    local deals = rows(b24.crm.deal.list {
      filter = { CLOSED = "N", ["<DATE_MODIFY"] = period.last_days(DAYS).from },
      select = { "ID", "TITLE", "DATE_MODIFY" },
    }):sort_by("DATE_MODIFY")
    for deal in deals:limit(10) do
      local title = deal.TITLE or deal.ID
      log.warn(("%s: untouched since %s"):format(title, text.date(deal.DATE_MODIFY)), { deal = deal.ID })
    end
    log.info("looked for forgotten deals", { found = #deals })
  end,
}
