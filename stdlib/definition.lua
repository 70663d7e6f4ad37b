-- Checks of the tables that scripts write: which keys there are, and what each one takes.
local host = ...
local nearest = require "nearest"

local definition = {}

---@class definition.rule
---@field what string # what is expected, for the error sentence: "text", "a list of texts such as { … }"
---@field test fun(value: any): boolean
---@field keys table<string, definition.rule>? # the keys of a table, checked in the same way

---@alias definition.rules table<string, definition.rule>

local function is_text(value)
  return type(value) == "string" and value ~= ""
end

local function is_list_of_texts(value)
  if type(value) ~= "table" then
    return false
  end
  local count = 0
  for _, item in pairs(value) do
    count = count + 1
    if not is_text(item) then
      return false
    end
  end
  return count == #value
end

local function is_of(kind)
  return function(value)
    return type(value) == kind
  end
end

local function is_count(value)
  return math.type(value) == "integer" and value > 0
end

--- Text that is not empty.
---@param example string
---@return definition.rule
function definition.text(example)
  return { what = ('text such as "%s"'):format(example), test = is_text }
end

--- A list of texts.
---@param example string
---@return definition.rule
function definition.texts(example)
  return { what = ('a list such as { "%s" }'):format(example), test = is_list_of_texts }
end

--- A text or a list of them.
---@param example string
---@return definition.rule
function definition.text_or_texts(example)
  return {
    what = ('text such as "%s" or a list of such texts'):format(example),
    test = function(value)
      return is_text(value) or is_list_of_texts(value) and #value > 0
    end,
  }
end

--- A whole number from 1 on.
---@param what string? # what is counted, with its unit
---@return definition.rule
function definition.count(what)
  return { what = what or "a whole number from 1 on", test = is_count }
end

--- A length of time: seconds, or text with a unit.
---@return definition.rule
function definition.duration()
  return {
    what = 'a number of seconds or text such as "30m"',
    test = function(value)
      return type(value) == "number" and value > 0 or type(value) == "string" and value:find "^%d+[smhd]$" ~= nil
    end,
  }
end

--- True or false.
---@return definition.rule
function definition.flag()
  return { what = "true or false", test = is_of "boolean" }
end

--- A function.
---@param example string
---@return definition.rule
function definition.callback(example)
  return { what = ("a function such as %s"):format(example), test = is_of "function" }
end

--- One of some words.
---@param words string[]
---@return definition.rule
function definition.word(words)
  local known = {}
  for _, word in ipairs(words) do
    known[word] = true
  end
  return {
    what = "one of " .. nearest.list(words),
    words = words,
    test = function(value)
      return known[value] == true
    end,
  }
end

--- A table with keys of its own.
---@param example string
---@param keys definition.rules
---@return definition.rule
function definition.table(example, keys)
  return { what = ("a table such as { %s }"):format(example), test = is_of "table", keys = keys }
end

--- Text or a whole number: names and identifiers of users and chats.
---@param example string
---@return definition.rule
function definition.identifier(example)
  return {
    what = ("an identifier such as %s"):format(example),
    test = function(value)
      return is_text(value) or math.type(value) == "integer"
    end,
  }
end

--- Anything; it is checked elsewhere.
---@return definition.rule
function definition.anything()
  return { what = "a value", test = function() return true end }
end

local function names_of(rules)
  local names = {}
  for name in pairs(rules) do
    names[#names + 1] = name
  end
  return names
end

local function shown(value)
  if type(value) == "string" then
    return ('"%s"'):format(value:sub(1, 40))
  elseif type(value) == "number" or type(value) == "boolean" then
    return tostring(value)
  elseif type(value) == "nil" then
    return "nothing"
  end
  return "a " .. type(value)
end

--- The word that opens a definition in the script: "report" for "report.deliver".
local function opening(where)
  return where:match "^%w+"
end

local function check_value(where, key, value, rule)
  if not rule.test(value) then
    local hint = rule.words and nearest.find(value, rule.words)
    local end_of_sentence = hint and ('; did you mean "%s"?'):format(hint) or ""
    host.fail(("%s: %s must be %s, got %s%s"):format(where, key, rule.what, shown(value), end_of_sentence), key,
      opening(where))
  end
  if rule.keys then
    definition.check(where .. "." .. key, value, rule.keys)
  end
end

--- Checks every key of a table against the rules. Fails with a sentence that names the key, what it takes and the
--- nearest known key. Keys are checked in alphabetical order, so that the same table gives the same sentence.
---@param where string # what the table is, as the script wrote it: "report"
---@param value any
---@param rules definition.rules
---@param elsewhere (fun(key: string): string?)? # tells what else has an unknown key
function definition.check(where, value, rules, elsewhere)
  if type(value) ~= "table" then
    host.fail(("%s needs a table, got %s; write %s { … }"):format(where, shown(value), where), where, opening(where))
  end
  local keys = {}
  for key in pairs(value) do
    if type(key) ~= "string" then
      local sentence = "%s: the value %s has no key; write it as key = value"
      host.fail(sentence:format(where, shown(value[key])), where, opening(where))
    end
    keys[#keys + 1] = key
  end
  table.sort(keys)
  for _, key in ipairs(keys) do
    if not rules[key] then
      local other = elsewhere and elsewhere(key)
      local hint = other and "; " .. other or nearest.hint(key, names_of(rules))
      host.fail(('%s has no key "%s"%s'):format(where, key, hint), key, opening(where))
    end
    check_value(where, key, value[key], rules[key])
  end
end

--- Fails when a key is missing.
---@param where string
---@param value table
---@param key string
---@param example string # the line to add
function definition.require(where, value, key, example)
  if value[key] == nil then
    host.fail(("%s has no %s; add %s"):format(where, key, example), key, opening(where))
  end
end

--- Fails when a table has a key that nobody reads, with the nearest name; for the `__index` of a module.
---@param module string
---@param value table
---@return fun(_: table, key: any)
function definition.unknown_member(module, value)
  return function(_, key)
    host.fail(('%s has no "%s"%s'):format(module, tostring(key), nearest.hint(key, names_of(value))))
  end
end

return definition
