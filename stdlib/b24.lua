--- Bitrix24's methods by their names: `b24.crm.deal.get { id = 5 }`; those of REST 3.0 are below `b24.v3`.
local host = ...
local batches = require "b24_batch"
local new_sequence = require "b24_list"

--- The method as a script writes it.
local function shown(method, version)
  return (version and "b24.v" .. version .. "." or "b24.") .. method
end

local function check_params(method, version, params, extra)
  if params ~= nil and type(params) ~= "table" then
    host.fail(("%s takes one table of parameters, as in %s { … }, not a %s")
      :format(method, shown(method, version), type(params)))
  end
  if extra ~= nil then
    host.fail(("%s takes one table of parameters, and there is a second argument"):format(method))
  end
end

local Method = {}

-- Keys that no name of a method can be.
local PATH, VERSION, LISTS = {}, {}, {}

--- A name on the way to a method, such as `b24.crm` or `b24.crm.deal.list`.
local function name_of(path, version)
  return setmetatable({ [PATH] = path, [VERSION] = version }, Method)
end

function Method:__index(name)
  if name == LISTS or name == VERSION then return nil end
  if type(name) ~= "string" then
    host.fail(("%s has no method %s; names are text"):format(tostring(self), tostring(name)))
  end
  local child = name_of(self[PATH] .. "." .. name, self[VERSION])
  rawset(self, name, child)
  return child
end

function Method:__newindex(name)
  host.fail(("%s.%s can't be set: methods are the portal's"):format(tostring(self), tostring(name)))
end

function Method:__call(params, extra)
  local method, version = self[PATH], self[VERSION]
  check_params(method, version, params, extra)
  local lists = self[LISTS]
  if lists == nil then
    lists = host.call("b24.describe", { method = method, version = version }).lists
    rawset(self, LISTS, lists)
  end
  if lists then return new_sequence { method = method, params = params, version = version } end
  return host.call("b24.result", { method = method, params = params, version = version })
end

function Method:__tostring()
  return shown(self[PATH], self[VERSION])
end

--- Makes the table that names of methods are read from.
local function names(members, version)
  return setmetatable(members, {
    __index = function(self, name)
      if type(name) ~= "string" then return nil end
      local child = name_of(name, version)
      rawset(self, name, child)
      return child
    end,
  })
end

--- Makes one raw call and gets the portal's answer as it came: `result`, `total`, `next`, `time`.
--- Never walks through pages. Fails with an error table (`code`, `message`, `method`, `status`, `retryable`, `hint`).
local function raw_call(version)
  return function(method, params, extra)
    if type(method) ~= "string" or method == "" then
      host.fail(('%s takes the method\'s name first, as in %s("user.current", {})')
        :format(shown("call", version), shown("call", version)))
    end
    check_params(method, version, params, extra)
    return host.call("b24.call", { method = method, params = params, version = version })
  end
end

local b24 = { call = raw_call(), batch = batches.batch, ref = batches.ref }
b24.v3 = names({ call = raw_call(3) }, 3)

return names(b24)
