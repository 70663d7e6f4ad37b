-- Tasks whose deadline has passed: how many each person has, and the twenty oldest ones.
-- Run it once:   lunokhod run scripts/reports/overdue_tasks.lua

-- The portal's code of a finished task; the open ones are below it, put-off ones above.
local FINISHED = 5

local function full_name(row)
  local name = text.trim((row.NAME or "") .. " " .. (row.LAST_NAME or ""))
  return name ~= "" and name or "Сотрудник " .. tostring(row.responsibleId)
end

local function with_names(tasks)
  return tasks
    :join(b24.user.get {}, { on = "responsibleId", key = "ID", take = { "NAME", "LAST_NAME" } })
    :map(function(row)
      return {
        person = full_name(row), id = row.id, title = row.title, deadline = row.deadline,
        tasks = row.tasks, oldest = row.oldest,
      }
    end)
end

return report {
  title = "Просроченные задачи",
  schedule = "0 9 * * MON-FRI",
  period = "today",
  scopes = { "task", "user" },
  locale = "ru",
  formats = { "md", "csv" },
  deliver = { folder = "out" },

  run = function(day)
    local found = b24.tasks.task.list {
      filter = { ["<DEADLINE"] = day.from, ["<REAL_STATUS"] = FINISHED },
      select = { "ID", "TITLE", "DEADLINE", "RESPONSIBLE_ID" },
    }
    local overdue = rows(found:all())
    if #overdue == 0 then
      return { report.text "Просроченных задач нет." }
    end

    local people = overdue
      :group_by("responsibleId")
      :aggregate { tasks = rows.count(), oldest = rows.min "deadline" }
    local count = #overdue
    return {
      report.text(("На %s %s **%d** %s."):format(
        text.date(day.first),
        text.plural(count, "просрочена", "просрочены", "просрочено"), count,
        text.plural(count, "задача", "задачи", "задач")
      )),
      report.table {
        title = "По ответственным",
        rows = with_names(people):sort_by("-tasks", "person"),
        columns = {
          { "person", title = "Ответственный" },
          { "tasks", title = "Задач", format = "integer", total = "sum" },
          { "oldest", title = "Самый старый срок", format = "date" },
        },
      },
      report.table {
        title = "Самые старые",
        rows = with_names(overdue:sort_by("deadline"):limit(20)),
        columns = {
          { "id", title = "№", align = "right" },
          { "title", title = "Задача" },
          { "person", title = "Ответственный" },
          { "deadline", title = "Срок", format = "date" },
        },
      },
    }
  end,
}
