-- text: plurals, padding, case and pieces.

local function deals(n)
  return text.plural(n, "сделка", "сделки", "сделок")
end

test("Russian plurals have three forms", function()
  local expected = {
    [0] = "сделок", [1] = "сделка", [2] = "сделки", [4] = "сделки", [5] = "сделок", [11] = "сделок", [12] = "сделок",
    [14] = "сделок", [20] = "сделок", [21] = "сделка", [22] = "сделки", [25] = "сделок", [100] = "сделок",
    [101] = "сделка", [111] = "сделок", [112] = "сделок", [121] = "сделка", [1002] = "сделки",
  }
  for n, form in pairs(expected) do
    expect(deals(n)):equals(form)
  end
  expect(deals(-1)):equals("сделка")
  expect(deals "21"):equals("сделка")
  expect(deals "5.00"):equals("сделок")
  expect(deals(1.5)):equals("сделки")
end)

test("English plurals have two forms", function()
  expect(text.plural(1, "deal", "deals")):equals("deal")
  expect(text.plural(0, "deal", "deals")):equals("deals")
  expect(text.plural(11, "deal", "deals")):equals("deals")
end)

test("padding counts characters as they are displayed", function()
  expect(text.pad_left("Ёж", 4)):equals("  Ёж")
  expect(text.pad_right("Ёж", 4, ".")):equals("Ёж..")
  expect(text.center("Ёж", 5)):equals(" Ёж  ")
  expect(text.pad_left("долго", 3)):equals("долго")
  expect(text.pad_left(7, 3, "0")):equals("007")
  expect(text.pad_right("日本", 5, "-")):equals("日本-")
  expect(text.pad_right("e\u{301}", 3, "-")):equals("e\u{301}--")
  expect(text.pad_right("x", 3, "ё")):equals("xёё")
  expect(text.pad_left("\xFF", 3)):equals("  \xFF")
end)

test("long text is cut with an ellipsis within the width", function()
  expect(text.truncate("Луноход", 7)):equals("Луноход")
  expect(text.truncate("Луноход-1", 7)):equals("Лунохо…")
  expect(text.truncate("Луноход", 4, "..")):equals("Лу..")
  expect(text.truncate("日本語", 4)):equals("日…")
  expect(text.truncate("Луноход", 1)):equals("…")
  expect(text.truncate("Луноход", 0)):equals("")
end)

test("case is changed in Latin and Cyrillic", function()
  expect(text.upper "Щёлк and über, ґанок, қала"):equals("ЩЁЛК AND ÜBER, ҐАНОК, ҚАЛА")
  expect(text.lower "ЩЁЛК AND ÜBER, ІЇЄ"):equals("щёлк and über, іїє")
  expect(text.lower(text.upper "абвгдеёжзийклмнопрстуфхцчшщъыьэюя")):equals("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
  expect(text.upper "÷ 5 日"):equals("÷ 5 日")
end)

test("trim takes spaces of all kinds from both ends", function()
  expect(text.trim "  a b \t\n"):equals("a b")
  expect(text.trim "\u{A0} 5\u{A0}000 \u{A0}"):equals("5\u{A0}000")
  expect(text.trim "   "):equals("")
  expect(text.trim(""):len()):equals(0)
  expect(text.trim "Р"):equals("Р")
end)

test("split cuts at a plain separator and keeps empty pieces", function()
  expect(text.split "a,b,,c"):equals { "a", "b", "", "c" }
  expect(text.split("a.b", ".")):equals { "a", "b" }
  expect(text.split("a => b", " => ")):equals { "a", "b" }
  expect(text.split("", ",")):equals { "" }
  expect(text.split("a,", ",")):equals { "a", "" }
end)

test("beginnings and endings are compared plainly", function()
  expect(text.starts_with("Луноход", "Лу")):is_true()
  expect(text.starts_with("Луноход", "лу")):is_false()
  expect(text.starts_with("a.b", "a%")):is_false()
  expect(text.ends_with("отчёт.md", ".md")):is_true()
  expect(text.ends_with("отчёт.md", "")):is_true()
  expect(text.ends_with("md", "отчёт.md")):is_false()
end)

test("misuse is told", function()
  raises(function() text.plural(5, "deal") end, 'text.plural needs two forms ("deal", "deals") or three')
  raises(function() text.plural("x", "deal", "deals") end, 'text.plural needs a number, got "x"')
  raises(function() text.pad_left(nil, 3) end, "text.pad_left needs text, got nothing")
  raises(function() text.pad_right("x", "wide") end, 'text.pad_right needs a width')
  raises(function() text.center("x", 3, "ab") end, 'text.center needs one character to fill with, got "ab"')
  raises(function() text.truncate({}, 3) end, "text.truncate needs text, got a table")
  raises(function() text.split("a", "") end, 'text.split needs a separator such as ",", got ""')
  raises(function() text.upper() end, "text.upper needs text")
  raises(function() text.trim(true) end, "text.trim needs text, got a boolean")
  raises(function() text.starts_with("x") end, "text.starts_with needs text, got nothing")
end)
