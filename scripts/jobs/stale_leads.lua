-- Finds new leads that nobody has touched for two weeks and logs them. It reads only.
-- Run it once:   lunokhod run scripts/jobs/stale_leads.lua

local DAYS = 14

return job {
  title = "Забытые лиды",
  schedule = "0 8 * * MON-FRI",
  scopes = { "crm" },
  locale = "ru",

  run = function()
    local since = period.last_days(DAYS).from
    local leads = b24.crm.lead.list {
      filter = { STATUS_ID = "NEW", ["<DATE_MODIFY"] = since },
      select = { "ID", "TITLE", "ASSIGNED_BY_ID", "DATE_MODIFY" },
    }
    local count = 0
    for lead in rows(leads):sort_by("DATE_MODIFY") do
      count = count + 1
      log.warn(
        ("Лид %s «%s» не трогали с %s"):format(lead.ID, lead.TITLE or "", text.date(lead.DATE_MODIFY, "d MMMM yyyy")),
        { lead = lead.ID, responsible = lead.ASSIGNED_BY_ID }
      )
    end
    log.info(("%d %s без внимания %d дней и дольше"):format(count, text.plural(count, "лид", "лида", "лидов"), DAYS))
  end,
}
