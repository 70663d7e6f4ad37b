-- Deals won in a week, by manager: how many, for how much, who brought the most.
-- Run it once:        lunokhod run scripts/reports/weekly_sales.lua
-- For another week:   lunokhod run scripts/reports/weekly_sales.lua --period 2026-W40

local function full_name(row)
  local name = text.trim((row.NAME or "") .. " " .. (row.LAST_NAME or ""))
  return name ~= "" and name or "Сотрудник " .. tostring(row.ASSIGNED_BY_ID)
end

local function summary(period, managers)
  local deals, amount = managers:sum "deals", managers:sum "amount"
  local days = text.date(period.first, "d MMMM") .. " — " .. text.date(period.last, "d MMMM yyyy")
  if deals == 0 then
    return days .. ": выигранных сделок нет."
  end
  local best = managers:first()
  return ("%s: %s **%d** %s на **%s**. Больше всех — %s, %s."):format(
    days,
    text.plural(deals, "выиграна", "выиграны", "выиграно"), deals,
    text.plural(deals, "сделка", "сделки", "сделок"), text.money(amount),
    best.manager, text.money(best.amount)
  )
end

return report {
  title = "Выигранные сделки недели",
  schedule = "0 9 * * MON",
  period = "last week",
  scopes = { "crm", "user" },
  locale = "ru",
  formats = { "md", "csv" },
  deliver = { folder = "out" },

  run = function(period)
    local deals = b24.crm.deal.list {
      filter = { STAGE_SEMANTIC_ID = "S", [">=CLOSEDATE"] = period.from, ["<CLOSEDATE"] = period.to },
      select = { "ID", "TITLE", "OPPORTUNITY", "ASSIGNED_BY_ID" },
    }
    local managers = rows(deals)
      :group_by("ASSIGNED_BY_ID")
      :aggregate { deals = rows.count(), amount = rows.sum "OPPORTUNITY" }
      :join(b24.user.get {}, { on = "ASSIGNED_BY_ID", key = "ID", take = { "NAME", "LAST_NAME" } })
      :map(function(row)
        return { manager = full_name(row), deals = row.deals, amount = row.amount }
      end)
      :sort_by("-amount", "manager")

    return {
      report.text(summary(period, managers)),
      report.table {
        rows = managers,
        columns = {
          { "manager", title = "Менеджер" },
          { "deals", title = "Сделок", format = "integer", total = "sum" },
          { "amount", title = "Сумма", format = "money", total = "sum" },
        },
      },
      report.chart {
        kind = "bar",
        title = "Сумма по менеджерам",
        rows = managers,
        x = "manager",
        y = "amount",
        format = "money",
      },
    }
  end,
}
