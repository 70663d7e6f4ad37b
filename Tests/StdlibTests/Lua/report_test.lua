-- report: the definition and its blocks.

local function run()
  return {}
end

local managers = {
  { NAME = "Анна", deals = 2, amount = 10.5, ID = 7 },
  { NAME = "Пётр", deals = 1, ID = 8 },
}

test("a definition keeps what was written and knows its kind", function()
  local written = {
    title = "Won deals", name = "won", description = "d", schedule = "0 9 * * MON", zone = "Europe/Moscow",
    period = "last week", scopes = { "crm", "user" }, writes = {}, formats = { "md", "csv" },
    deliver = { folder = "out", chat = "chat42", user = 1, email = "a@example.com" }, locale = "ru", currency = "RUB",
    strict = true, retry = { attempts = 8, delay = "30s" }, limits = { calls = 100, time = 60 }, memory = 64,
    deadline = "10m", concurrency = 1, idempotent = true, misfire = "once", overlap = "skip", run = run,
  }
  local defined = report(written)
  expect(defined.kind):equals("report")
  expect(getmetatable(defined).__name):equals("report")
  expect(written.kind):is_nil()
  for key, value in pairs(written) do
    expect(defined[key]):equals(value)
  end
end)

test("an unknown key is told with the nearest known one", function()
  raises(function() report { titel = "x", run = run } end, 'report has no key "titel"; did you mean "title"?')
  raises(function() report { title = "x", run = run, on = { "X" } } end, 'report has no key "on"; a handler has one')
  raises(function() report { title = "x", run = run, colour = 1 } end, 'report has no key "colour"; known are')
  raises(function() report { title = "x", run = run, deliver = { foldr = "out" } } end,
    'report.deliver has no key "foldr"; did you mean "folder"?')
  raises(function() report { "x", run = run } end, 'report: the value "x" has no key; write it as key = value')
end)

test("a value of the wrong type is told with what is expected and what came", function()
  local function with(key, value)
    return function()
      report { title = key == "title" and value or "x", run = run, [key] = value }
    end
  end
  raises(with("title", 5), 'report: title must be text such as "Won deals of the week", got 5')
  raises(with("title", ""), 'got ""')
  raises(with("formats", "md"), 'report: formats must be a list such as { "md" }, got "md"')
  raises(with("formats", { 5 }), 'report: formats must be a list such as { "md" }, got a table')
  raises(with("formats", { a = "md" }), "report: formats must be a list")
  raises(with("run", "x"), 'report: run must be a function such as run = function(…) … end, got "x"')
  raises(with("strict", "yes"), 'report: strict must be true or false, got "yes"')
  raises(with("locale", "rus"), 'report: locale must be one of en and ru, got "rus"; did you mean "ru"?')
  raises(with("deliver", "out"), 'report: deliver must be a table such as { folder = "out" }, got "out"')
  raises(with("deliver", { folder = 5 }), 'report.deliver: folder must be text such as "out", got 5')
  raises(with("deliver", { user = true }), "report.deliver: user must be an identifier such as 1, got true")
  raises(with("retry", { attempts = 0 }), "report.retry: attempts must be a whole number from 1 on, got 0")
  raises(with("deadline", "soon"), 'report: deadline must be a number of seconds or text such as "30m", got "soon"')
  raises(with("memory", 1.5), "report: memory must be a whole number of megabytes, got 1.5")
end)

test("a missing key is told with what to add", function()
  raises(function() report { run = run } end, 'report has no title; add title = "Won deals of the week"')
  raises(function() report { title = "x" } end, "report has no run; add run = function(period) … end")
  raises(function() report() end, "report needs a table, got nothing; write report { … }")
  raises(function() return report.tabel end, 'report has no "tabel"; did you mean "table"?')
end)

test("a table has plain rows with the fields of its columns", function()
  local block = report.table {
    title = "Managers",
    rows = rows(managers),
    columns = { "NAME", { "amount", title = "Сумма", format = "money", total = "sum", decimals = 2, align = "right" } },
  }
  expect(block):equals {
    block = "table",
    title = "Managers",
    columns = {
      { field = "NAME" },
      { field = "amount", title = "Сумма", format = "money", total = "sum", decimals = 2, align = "right" },
    },
    rows = { { NAME = "Анна", amount = 10.5 }, { NAME = "Пётр", amount = json.null } },
  }
end)

test("a table without columns has every field, in a known order", function()
  local groups = rows(managers):group_by("NAME"):aggregate { n = rows.count() }
  local block = report.table { rows = groups }
  expect(block.columns):equals { { field = "NAME" }, { field = "n" } }
  expect(block.rows[2]):equals { NAME = "Пётр", n = 1 }
  expect(report.table({ rows = managers }).columns[1].field):equals("ID")
end)

test("a table without rows is a table", function()
  local block = report.table { rows = {}, columns = { "NAME" } }
  expect(#block.rows):equals(0)
  expect(block.columns):equals { { field = "NAME" } }
  expect(#report.table({ rows = {} }).columns):equals(0)
end)

test("a chart has the two fields that it draws", function()
  local block = report.chart { kind = "bar", title = "T", rows = managers, x = "NAME", y = "deals", format = "integer" }
  expect(block):equals {
    block = "chart", kind = "bar", title = "T", x = "NAME", y = "deals", format = "integer",
    rows = { { NAME = "Анна", deals = 2 }, { NAME = "Пётр", deals = 1 } },
  }
  expect(report.chart({ rows = managers, x = "NAME", y = "deals" }).kind):equals("bar")
end)

test("texts and notes are blocks", function()
  expect(report.text "Всё хорошо."):equals { block = "text", text = "Всё хорошо." }
  expect(report.note(5)):equals { block = "note", text = "5" }
end)

test("mistakes in a table are told", function()
  local function with(options)
    return function() report.table(options) end
  end
  raises(with(nil), "report.table needs a table, got nothing")
  raises(with { columns = { "NAME" } }, "report.table has no rows; add rows = …")
  raises(with { row = managers }, 'report.table has no key "row"; did you mean "rows"?')
  raises(with { rows = 5 }, "rows needs a list")
  raises(with { rows = managers, columns = "NAME" }, 'report.table: columns must be a list of columns such as')
  raises(with { rows = managers, columns = { "NAMME" } },
    'report.table: no row has the field "NAMME"; did you mean "NAME"?')
  raises(with { rows = managers, columns = { 5 } }, "report.table: column 1 must be a field's name or")
  raises(with { rows = managers, columns = { "NAME", { title = "x" } } }, "report.table: column 2 has no field")
  raises(with { rows = managers, columns = { { "NAME", titel = "x" } } },
    'report.table: column 1 has no key "titel"; did you mean "title"?')
  raises(with { rows = managers, columns = { { "NAME", format = "mony" } } }, 'did you mean "money"?')
  raises(with { rows = managers, columns = { { "NAME", total = true } } },
    "report.table: column 1: total must be one of average, count, max, min and sum, got true")
  raises(with { rows = managers, columns = { { "NAME", decimals = 2.5 } } }, "decimals must be a whole number from 0")
  raises(with { rows = { { PHONE = {} } }, columns = { "PHONE" } },
    'report.table: "PHONE" of row 1 is a table, which no cell can show')
  raises(with { rows = { 5 }, columns = { "NAME" } }, "report.table: row 1 is a number, not a table")
end)

test("mistakes in a chart, a text or a note are told", function()
  raises(function() report.chart { rows = managers, y = "deals" } end, "report.chart has no x; add x =")
  raises(function() report.chart { rows = managers, x = "NAME" } end, "report.chart has no y; add y =")
  raises(function() report.chart { kind = "baar", rows = managers, x = "NAME", y = "deals" } end,
    'report.chart: kind must be one of bar, got "baar"; did you mean "bar"?')
  raises(function() report.chart { rows = managers, x = "NAME", y = "deal" } end, 'did you mean "deals"?')
  raises(function() report.text() end, "report.text needs text, got nothing")
  raises(function() report.note { text = "x" } end, "report.note needs text, got a table; write the text alone")
end)
