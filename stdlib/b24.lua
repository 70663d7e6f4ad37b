--- Bitrix24's methods by their names: `b24.crm.deal.get { id = 5 }`; those of REST 3.0 are below `b24.v3`. Below
--- `b24.raw` are the same methods with results as they came, not converted to the documented types.
local host = ...
local batches = require "b24_batch"
local new_sequence = require "b24_list"
local titles = require "b24_names"

-- Where names are read from: the version of REST (nil for 2) and whether results stay raw.
local PLAIN, THIRD = {}, { version = 3 }
local RAW, RAW_THIRD = { raw = true }, { raw = true, version = 3 }

--- The method as a script writes it.
local function shown(method, place)
  return "b24." .. (place.raw and "raw." or "") .. (place.version and "v" .. place.version .. "." or "") .. method
end

local function check_params(method, place, params, extra)
  if params ~= nil and type(params) ~= "table" then
    host.fail(("%s takes one table of parameters, as in %s { … }, not a %s")
      :format(method, shown(method, place), type(params)))
  end
  if extra ~= nil then
    host.fail(("%s takes one table of parameters, and there is a second argument"):format(method))
  end
end

local Method = {}

-- Keys that no name of a method can be.
local PATH, PLACE, LISTS = {}, {}, {}

--- A name on the way to a method, such as `b24.crm` or `b24.crm.deal.list`.
local function name_of(path, place)
  return setmetatable({ [PATH] = path, [PLACE] = place }, Method)
end

function Method:__index(name)
  if name == LISTS then return nil end
  if type(name) ~= "string" then
    host.fail(("%s has no method %s; names are text"):format(tostring(self), tostring(name)))
  end
  local child = name_of(self[PATH] .. "." .. name, self[PLACE])
  rawset(self, name, child)
  return child
end

function Method:__newindex(name)
  host.fail(("%s.%s can't be set: methods are the portal's"):format(tostring(self), tostring(name)))
end

function Method:__call(params, extra)
  local method, place = self[PATH], self[PLACE]
  check_params(method, place, params, extra)
  local lists = self[LISTS]
  if lists == nil then
    lists = host.call("b24.describe", { method = method, version = place.version }).lists
    rawset(self, LISTS, lists)
  end
  local target = { method = method, params = params, version = place.version, raw = place.raw }
  if lists then return new_sequence(target) end
  return host.call("b24.result", target)
end

function Method:__tostring()
  return shown(self[PATH], self[PLACE])
end

--- Makes the table that names of methods are read from.
local function names(members, place)
  return setmetatable(members, {
    __index = function(self, name)
      if type(name) ~= "string" then return nil end
      local child = name_of(name, place)
      rawset(self, name, child)
      return child
    end,
  })
end

-- `call` makes a raw call, and is the first word of methods such as `call.followup.get`.
local Call = { __index = Method.__index, __newindex = Method.__newindex, __tostring = Method.__tostring }

--- Makes one call and gets the portal's answer as it came: `result`, `total`, `next`, `time`.
--- Never walks through pages. Fails with an error table (`code`, `message`, `method`, `status`, `retryable`, `hint`).
function Call:__call(method, params, extra)
  local place = self[PLACE]
  if type(method) ~= "string" or method == "" then
    host.fail(('%s takes the method\'s name first, as in %s("user.current", {})')
      :format(shown("call", place), shown("call", place)))
  end
  check_params(method, place, params, extra)
  return host.call("b24.call", { method = method, params = params, version = place.version })
end

local function call_below(place)
  return setmetatable({ [PATH] = "call", [PLACE] = place }, Call)
end

local b24 = { call = call_below(PLAIN), batch = batches.batch, ref = batches.ref }
b24.fields, b24.stage, b24.choice = titles.fields, titles.stage, titles.choice
b24.v3 = names({ call = call_below(THIRD) }, THIRD)
b24.raw = names({ call = call_below(RAW), batch = batches.raw_batch, ref = batches.ref }, RAW)
b24.raw.v3 = names({ call = call_below(RAW_THIRD) }, RAW_THIRD)

return names(b24, PLAIN)
