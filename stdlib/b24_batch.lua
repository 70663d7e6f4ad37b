--- Explicit batches: calls that go to the portal as one, and of which later ones use the results of earlier ones.
local host = ...
local fields = require "rows_fields"
local nearest = require "nearest"

local most = 50

-- The key of a reference's text; not text itself, so that no field is meant by it.
local TEXT = {}

local Reference = { __name = "reference", __unsendable = "a b24.ref outside of b24.batch" }

local function reference(text)
  return setmetatable({ [TEXT] = text }, Reference)
end

function Reference:__index(name)
  local position = math.tointeger(name)
  if math.type(name) and (not position or position < 1) then
    host.fail(("%s[%s]: positions count from 1, as in Lua's lists"):format(tostring(self), tostring(name)))
  end
  return reference(("%s[%s]"):format(rawget(self, TEXT), position and position - 1 or tostring(name)))
end

function Reference.__newindex()
  host.fail("a b24.ref can't be changed: it stands for a result that is not there yet")
end

function Reference:__tostring()
  return rawget(self, TEXT)
end

function Reference.__concat(a, b)
  return tostring(a) .. tostring(b)
end

--- `b24.ref.NAME.FIELD[1]`: a result of the batch's command NAME, or a part of it.
local ref = setmetatable({}, {
  __index = function(_, name) return reference(("$result[%s]"):format(tostring(name))) end,
  __newindex = Reference.__newindex,
})

--- Copies parameters with references as the texts they are sent as, and notes whom they refer to. A table that holds
--- itself stays as it is: it is refused when it is sent.
local function resolved(value, needed, path)
  if getmetatable(value) == Reference then value = tostring(value) end
  if type(value) == "string" then
    for name in value:gmatch "%$result%[([^%[%]]*)%]" do needed[name] = true end
  end
  local meta = getmetatable(value)
  if type(value) ~= "table" or path[value] or (meta and meta.__unsendable) then return value end
  path[value] = true
  local copy = setmetatable({}, meta)
  for key, member in next, value do rawset(copy, key, resolved(member, needed, path)) end
  path[value] = nil
  return copy
end

local function check_command(name, command)
  if type(name) ~= "string" or not name:find "^[%w_%-]+$" then
    host.fail(("b24.batch: each command has a name of letters, digits and _, as in { deal = { … } }, not %s")
      :format(tostring(name)))
  end
  local is_table = type(command) == "table"
  local params = is_table and rawget(command, 2)
  if not is_table or type(rawget(command, 1)) ~= "string" or (params and type(params) ~= "table") then
    host.fail(('b24.batch: the command %s is written { "crm.deal.get", { id = 5 } }: a method and its parameters')
      :format(name))
  end
  for key in next, command do
    if key ~= 1 and key ~= 2 then
      host.fail(('b24.batch: the command %s has "%s" beside its parameters; write { "%s", { … } }')
        :format(name, tostring(key), command[1]))
    end
  end
end

--- Reads the commands, by name, each with the names that it refers to.
local function read(commands)
  local read_commands, names = {}, {}
  for name, command in pairs(commands) do
    check_command(name, command)
    local needed = {}
    local params = resolved(command[2], needed, {})
    read_commands[name] = { name = name, method = command[1], params = params, needed = needed }
    names[#names + 1] = name
  end
  table.sort(names)
  for _, name in ipairs(names) do
    for needed in pairs(read_commands[name].needed) do
      if not read_commands[needed] then
        host.fail(('b24.batch: the command %s refers to "%s", and there is no such command%s')
          :format(name, needed, nearest.hint(needed, names)))
      end
    end
  end
  return read_commands, names
end

local function is_ready(command, placed)
  for needed in pairs(command.needed) do
    if not placed[needed] then return false end
  end
  return true
end

--- Puts those that others refer to first, else by name.
local function sorted(commands, names)
  local list, placed = {}, {}
  while #names > 0 do
    local found
    for i, name in ipairs(names) do
      if is_ready(commands[name], placed) then
        found = table.remove(names, i)
        break
      end
    end
    if not found then
      host.fail("b24.batch: these commands wait for each other's results: " .. table.concat(names, ", "))
    end
    local command = commands[found]
    placed[found] = true
    list[#list + 1] = { name = command.name, method = command.method, params = command.params }
  end
  return list
end

local known = { halt = "boolean", errors = "string" }

local function check_options(options)
  if options == nil then return {} end
  if type(options) ~= "table" then
    host.fail("b24.batch takes its options as a table such as { halt = true }, got " .. fields.name(options))
  end
  for name, value in pairs(options) do
    if not known[name] then
      host.fail(('b24.batch has no option "%s"%s'):format(tostring(name), nearest.hint(name, { "errors", "halt" })))
    elseif type(value) ~= known[name] or (name == "errors" and value ~= "collect" and value ~= "raise") then
      local right = name == "halt" and "true or false" or '"collect" or "raise"'
      host.fail(("b24.batch: %s is %s, got %s"):format(name, right, tostring(value)))
    end
  end
  return options
end

--- Raises the error of the first command that failed.
local function raise_first(list, errors)
  for _, command in ipairs(list) do
    local failure = errors[command.name]
    if failure then
      failure.message = ("b24.batch, command %s: %s"):format(command.name, tostring(failure))
      failure.command = command.name
      failure.line = failure.line or host.line()
      error(failure, 0)
    end
  end
end

local function run(commands, options, raw)
  if type(commands) ~= "table" then
    host.fail('b24.batch takes its commands by name, as in b24.batch { deal = { "crm.deal.get", { id = 5 } } }, got '
      .. fields.name(commands))
  end
  options = check_options(options)
  local list = sorted(read(commands))
  if #list > most then
    host.fail(("b24.batch takes %d commands at most, and there are %d; use parallel, which makes batches by itself")
      :format(most, #list))
  end
  if #list == 0 then return {}, {} end
  local answer = host.call("b24.batch", { commands = list, halt = options.halt or false, raw = raw })
  local results, errors = answer.results or {}, answer.errors or {}
  for _, failure in pairs(errors) do setmetatable(failure, host.error_mark) end
  if options.errors == "collect" then return results, errors end
  raise_first(list, errors)
  return results
end

local batches = { ref = ref }

--- Makes up to 50 calls as one: `{ name = { "method", { … } } }`. Gets the results by name.
--- Fails with the first command's error; with `errors = "collect"` it gets the errors by name as a second value.
function batches.batch(commands, options)
  return run(commands, options)
end

--- The same with results as they came.
function batches.raw_batch(commands, options)
  return run(commands, options, true)
end

return batches
