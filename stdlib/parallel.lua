--- Runs a function for many items at once: `parallel(deals, function(deal) … end)`. While one waits for the portal the
--- others go on, and what they ask for merges into batches.
local host = ...
local crew = require "parallel_crew"
local fields = require "rows_fields"
local nearest = require "nearest"
local object = require "rows_object"
local source = require "rows_source"

local default_width = 200

local function check_width(width)
  local count = math.tointeger(width)
  if not count or count < 1 then
    host.fail(("parallel: width is how many items at once, a whole number from 1 on, got %s"):format(tostring(width)))
  end
  return count
end

local known = {
  width = check_width,
  errors = function(errors)
    if errors ~= "collect" and errors ~= "raise" then
      host.fail(('parallel: errors is "collect" or "raise", got %s'):format(tostring(errors)))
    end
    return errors
  end,
  title = function(title)
    if type(title) ~= "string" then host.fail("parallel: title is a text, got " .. fields.name(title)) end
    return title
  end,
}

local function check_options(options)
  local checked = { width = default_width, errors = "raise" }
  if options == nil then return checked end
  if type(options) ~= "table" then
    host.fail("parallel takes its options as a table such as { width = 50 }, got " .. fields.name(options))
  end
  for name, value in pairs(options) do
    if not known[name] then
      local names = fields.of(fields.open(), { known })
      host.fail(('parallel has no option "%s"%s'):format(tostring(name), nearest.hint(name, names)))
    end
    checked[name] = known[name](value)
  end
  return checked
end

--- What is known of the work before it begins, as members of a JSON object.
local function told_of(items, options)
  local told = ""
  if type(items) == "table" and not object.is(items) and not source.is_sequence(items) then
    told = told .. (',"total":%d'):format(#items)
  end
  if options.title then told = told .. ',"title":' .. host.encode(options.title) end
  return told
end

--- Takes an error's sentence apart from the line that it names.
local function parts_of(failure)
  if type(failure) == "table" then
    return tostring(failure.message or failure.code or "an error without a message"), failure.line
  end
  local name, line, message = tostring(failure):match "^([^\n]-):(%d+): (.*)$"
  if name and name:sub(1, 7) ~= "stdlib/" then return message, math.tointeger(tonumber(line)) end
  return tostring(failure)
end

--- One error for all that failed: the first one's fields with a sentence about all.
local function raise(failures, taken)
  local first = failures[1]
  local combined = {}
  if type(first.error) == "table" then
    for name, value in pairs(first.error) do combined[name] = value end
  end
  local message, line = parts_of(first.error)
  combined.message = ("%d of %d items failed, the first (item %d): %s"):format(#failures, taken, first.index, message)
  combined.line = line
  -- Not a field: the host is told of the error, and the list of all of them may be long.
  local meta = { __index = { failures = failures } }
  for name, value in pairs(host.error_mark) do meta[name] = value end
  error(setmetatable(combined, meta), 0)
end

--- Calls the body with every item (and its place), many at once, and gets the results in the order of the items.
--- Fails when bodies fail, after all others are done; with `errors = "collect"` it gets a list of failures instead.
local function parallel(items, body, options)
  if type(body) ~= "function" then
    host.fail("parallel takes a function as its second argument, as in parallel(items, function(item) … end), got "
      .. fields.name(body))
  end
  local checked = check_options(options)
  local next_item = object.is(items) and object.open(items) or source.opener(items, "parallel")()
  local results, failures, taken = crew(next_item, body, checked.width, told_of(items, checked)):run()
  if checked.errors == "collect" then return results, failures end
  if #failures > 0 then raise(failures, taken) end
  return results
end

return parallel
