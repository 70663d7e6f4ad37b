-- {title}: the deals that were made in a period, by person.
-- Run it once:          lunokhod run {path}
-- For another period:   lunokhod run {path} --period 2026-W40

local function full_name(row)
  local name = text.trim((row.NAME or "") .. " " .. (row.LAST_NAME or ""))
  return name ~= "" and name or tostring(row.ASSIGNED_BY_ID)
end

return report {
  title = "{title}",
  schedule = "{schedule}",
  period = "{period}",
  scopes = { "crm", "user" },
  formats = { "md", "csv" },

  run = function(period)
    local deals = b24.crm.deal.list {
      filter = { [">=DATE_CREATE"] = period.from, ["<DATE_CREATE"] = period.to },
      select = { "ID", "OPPORTUNITY", "ASSIGNED_BY_ID" },
    }
    local people = rows(deals)
      :group_by("ASSIGNED_BY_ID")
      :aggregate { deals = rows.count(), amount = rows.sum "OPPORTUNITY" }
      :join(b24.user.get {}, { on = "ASSIGNED_BY_ID", key = "ID", take = { "NAME", "LAST_NAME" } })
      :map(function(row)
        return { person = full_name(row), deals = row.deals, amount = row.amount }
      end)
      :sort_by("-amount", "person")

    return {
      report.text(("Deals: **%d**, amount: **%s**"):format(people:sum "deals", text.money(people:sum "amount"))),
      report.table {
        rows = people,
        columns = {
          { "person", title = "Person" },
          { "deals", title = "Deals", format = "integer", total = "sum" },
          { "amount", title = "Amount", format = "money", total = "sum" },
        },
      },
    }
  end,
}
