-- Makes a script's environment: what the sandbox runs before the script, with `host` (what the standard library may
-- do and a script may not) and the run's settings. Returns the function that runs what the script defines.

local host, settings = ...

host.locale = settings.locale or "en"
host.currency = settings.currency or "RUB"
host.zone = settings.zone or "UTC"

local public_modules = {
  "b24", "report", "handler", "job", "every", "rows", "period", "text", "json", "log", "parallel",
  "store",
}
local is_public = {}
for _, name in ipairs(public_modules) do is_public[name] = true end

--- What a Lua programmer may look for, and why it isn't here.
local absent = {
  io = "a script reads no files; a report returns its blocks and the host writes them",
  os = "a script has no system; use `period` for dates and `text.date` to show them",
  debug = "a script has no debug library",
  package = "a script is one file; the modules of Lunokhod are there without `package`",
  dofile = "a script is one file",
  loadfile = "a script is one file",
}

local loaded = {}

--- Gets a module of the standard library, loading it on first use. Internal ones are for the library itself.
local function module(name)
  if loaded[name] == nil then
    local chunk = host.module(name)
    if chunk == nil then return nil end
    loaded[name] = chunk(host)
  end
  return loaded[name]
end

host.require = module

--- Remembers what a script makes; the one that it returns is what runs.
function host.define(defined)
  host.definitions[defined] = true
  host.locale = defined.locale or host.locale
  host.currency = defined.currency or host.currency
  return defined
end

local error_mark = host.error_mark
error_mark.__name = "error"
function error_mark.__tostring(failure)
  return failure.message or failure.code or "error"
end

local _G = _G

function _G.require(name)
  local found = type(name) == "string" and module(name)
  if found then return found end
  host.fail(("there is no module %q; there are %s"):format(tostring(name), table.concat(public_modules, ", ")))
end

function _G.print(...)
  local parts = table.pack(...)
  for i = 1, parts.n do parts[i] = tostring(parts[i]) end
  host.print(table.concat(parts, "\t"))
end

--- Compiles text only: bytecode can break out of any sandbox.
function _G.load(chunk, name, mode, ...)
  if type(chunk) == "function" then
    local pieces = {}
    for piece in chunk do
      if piece == "" then break end
      pieces[#pieces + 1] = piece
    end
    chunk = table.concat(pieces)
  end
  if type(chunk) ~= "string" then host.fail("load takes a text or a function that returns pieces of one") end
  if mode ~= nil and not tostring(mode):find("t", 1, true) then return nil, "only text can be loaded, not bytecode" end
  local environment = _G
  if select("#", ...) > 0 then environment = ... end
  return host.load(chunk, name or "=(load)", environment)
end

--- Only "count" means anything here: the sandbox minds its memory itself.
function _G.collectgarbage(option)
  return option == "count" and host.memory() / 1024 or 0
end

-- A coroutine of the script's own may ask the host: what it yields for the host is passed up, the answer down.
local mark = host.mark
local raw_resume, raw_yield, create = coroutine.resume, coroutine.yield, coroutine.create
host.resume = raw_resume

local function pass(thread, succeeded, first, ...)
  if succeeded and first == mark then
    return pass(thread, raw_resume(thread, raw_yield(mark, ...)))
  end
  return succeeded, first, ...
end

function coroutine.resume(thread, ...)
  return pass(thread, raw_resume(thread, ...))
end

local function unwrap(thread, succeeded, ...)
  if succeeded then return ... end
  local failure = ...
  if coroutine.status(thread) == "dead" then coroutine.close(thread) end
  error(failure, 0)
end

function coroutine.wrap(body)
  local thread = create(body)
  return function(...)
    return unwrap(thread, pass(thread, raw_resume(thread, ...)))
  end
end

setmetatable(_G, {
  __index = function(_, name)
    if is_public[name] then return module(name) end
    if absent[name] then host.fail(("`%s` is not available: %s"):format(name, absent[name])) end
    return nil
  end,
})

return function(definition, argument)
  if definition.kind == "report" then argument = module("period").from_table(argument) end
  return definition.run(argument)
end
