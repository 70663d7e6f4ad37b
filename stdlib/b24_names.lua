-- Codes by the titles that people read: `b24.fields.deal["Источник"]`, `b24.stage.deal["Продажи/Договор"]`,
-- `b24.choice.deal["Источник"]["Сайт"]`. The host knows the titles; what it has found is remembered here.
local host = ...

local function check_title(where, title)
  if type(title) ~= "string" or title == "" then
    host.fail(('%s[…] takes a title in quotes, as in %s["Title"], not %s'):format(where, where,
      title == "" and "an empty text" or "a " .. type(title)))
  end
end

local function read_only(where)
  return function()
    host.fail(("%s can't be changed: titles and codes are the portal's"):format(where))
  end
end

--- Makes a table that finds what it doesn't have by `find(key)`, once.
local function finder(where, find)
  return setmetatable({}, {
    __index = function(self, key)
      local found = find(key)
      rawset(self, key, found)
      return found
    end,
    __newindex = read_only(where),
    __tostring = function() return where end,
    __call = function()
      host.fail(('%s is a table of titles; write %s["Title"]'):format(where, where))
    end,
    __unsendable = where .. ", a table of titles; write a title behind it",
  })
end

--- The name of an entity as it is written behind a table: `.deal`, `["Договоры"]`, `[140]`.
local function step(where, key)
  return type(key) == "string" and key:find "^[%a_][%w_]*$" and where .. "." .. key
    or ("%s[%s]"):format(where, type(key) == "string" and ('"%s"'):format(key) or tostring(key))
end

--- Makes a table of entities, each of which is made by `make(where, entity)`.
local function entities(where, make, prefix)
  return finder(where, function(key)
    if math.type(key) == "float" and math.tointeger(key) then key = math.tointeger(key) end
    if type(key) ~= "string" and math.type(key) ~= "integer" or key == "" then
      host.fail(("%s takes an entity such as %s.deal, or a smart process by its title or number"):format(where, where))
    end
    local entity = tostring(key)
    if entity == "item" and prefix == "" then return entities(where .. ".item", make, "item.") end
    return make(step(where, key), prefix .. entity)
  end)
end

local function titles(call)
  return function(where, entity)
    return finder(where, function(title)
      check_title(where, title)
      return host.call(call, { entity = entity, title = title })
    end)
  end
end

local function choices(where, entity)
  return finder(where, function(field)
    check_title(where, field)
    return finder(step(where, field), function(title)
      check_title(step(where, field), title)
      return host.call("names.choice", { entity = entity, field = field, title = title })
    end)
  end)
end

return {
  fields = entities("b24.fields", titles "names.field", ""),
  stage = entities("b24.stage", titles "names.stage", ""),
  choice = entities("b24.choice", choices, ""),
}
