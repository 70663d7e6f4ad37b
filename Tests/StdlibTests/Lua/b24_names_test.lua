-- b24.fields, b24.stage and b24.choice: what they ask. The codes are made up of it.

test("a field is asked for by its entity and its title", function()
  expect(b24.fields.deal["Источник трафика"]):equals "names.field|deal||Источник трафика"
  expect(b24.fields["Договоры"]["Номер"]):equals "names.field|Договоры||Номер"
  expect(b24.fields[140]["Номер"]):equals "names.field|140||Номер"
  expect(b24.fields.item.deal["Номер"]):equals "names.field|item.deal||Номер"
end)

test("a stage and a value are asked for in the same way", function()
  expect(b24.stage.deal["Продажи/Договор"]):equals "names.stage|deal||Продажи/Договор"
  expect(b24.choice.deal["Источник"]["Сайт"]):equals "names.choice|deal|Источник|Сайт"
  expect(b24.choice.item[140]["Вид"]["Новый"]):equals "names.choice|item.140|Вид|Новый"
end)

test("a title that isn't there raises an error table each time", function()
  for _ = 1, 2 do
    local ok, failure = pcall(function() return b24.fields.deal.none end)
    expect(ok):is_false()
    expect(failure.code):equals "NAME"
    expect(tostring(failure)):equals "there is none"
  end
end)

test("misuse is told", function()
  raises(function() return b24.fields.deal[5] end, 'b24.fields.deal[…] takes a title in quotes')
  raises(function() return b24.fields.deal[""] end, "not an empty text")
  raises(function() return b24.fields[true] end, "b24.fields takes an entity such as b24.fields.deal")
  local function change(titles) titles["Источник"] = "X" end
  raises(function() change(b24.fields.deal) end, "b24.fields.deal can't be changed")
  raises(function() b24.stage.deal "Договор" end, 'b24.stage.deal is a table of titles; write b24.stage.deal["Title"]')
  raises(function() return b24.choice["Договоры"]["Вид"][1] end, 'b24.choice["Договоры"]["Вид"][…] takes a title')
end)
