--- JSON texts and the values that Lua has no word for.
local host = ...

local json = {
  --- The JSON null. Inside an array it keeps its place; a member that is null is simply absent in Lua.
  null = host.null,
}

--- Gets the JSON text of a value.
--- Fails for what JSON can't express: functions, infinite numbers, text that is not UTF-8.
function json.encode(value)
  return host.encode(value)
end

--- Gets the value of a JSON text. Fails when the text is not well-formed.
function json.decode(text)
  if type(text) ~= "string" then host.fail("json.decode takes a text, not a " .. type(text)) end
  return host.call("json.decode", { text = text })
end

--- Marks a table as an array, so that it is sent as `[]` even when it is empty. Returns it.
function json.array(items)
  return setmetatable(items or {}, host.array_mark)
end

--- Marks a table as an object, so that it is sent as `{}` whatever its keys. Returns it.
function json.object(members)
  return setmetatable(members or {}, host.object_mark)
end

return json
