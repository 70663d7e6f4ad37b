-- Rows: a pipeline over lists of tables, lazy where it can be.
-- Nothing is read before the end of the pipeline asks for it; grouping keeps the groups only.
local host = ...
local aggregates = require "rows_aggregates"
local fields = require "rows_fields"
local group = require "rows_group"
local join = require "rows_join"
local nearest = require "nearest"
local pivot = require "rows_pivot"
local object = require "rows_object"
local source = require "rows_source"
local verbs = require "rows_verbs"

local rows = {}
local methods, streaming, computed = object.methods, object.streaming, object.computed
local open, rows_of, shape_of = object.open, object.list, object.shape

local function check_function(verb, value)
  if type(value) ~= "function" then
    host.fail(("%s needs a function, got %s"):format(verb, fields.name(value)))
  end
end

local function check_count(verb, value)
  local count = math.tointeger(value)
  if not count or count < 0 then
    host.fail(("%s needs how many rows, a whole number, got %s"):format(verb, tostring(value)))
  end
  return count
end

local function check_name(verb, as, field)
  if as == nil and type(field) == "string" then
    return field .. "_" .. verb
  elseif type(as) ~= "string" then
    host.fail(('%s needs the name of the new field as its second argument, such as "%s"'):format(verb, verb))
  end
  return as
end

--- Creates rows from an array, a lazy sequence, an iterator function or other rows.
local function from(value)
  if object.is(value) then
    return value
  end
  return streaming(fields.open(), source.opener(value))
end

function methods:filter(keep)
  check_function("filter", keep)
  return streaming(shape_of(self), function() return verbs.filtered(open(self), keep) end)
end

function methods:map(change)
  check_function("map", change)
  return streaming(fields.open(), function(limit) return verbs.mapped(open(self, limit), change) end)
end

function methods:limit(count)
  count = check_count("limit", count)
  return streaming(shape_of(self), function(limit)
    return verbs.limited(open(self, math.min(limit or count, count)), count)
  end)
end

function methods:select(take)
  local shape, taken = shape_of(self), fields.pairs("select", take)
  local names = {}
  for i, pair in ipairs(taken) do
    names[i] = pair.new
  end
  verbs.selected(open, taken, shape)
  return streaming(fields.closed(names), function(limit)
    return verbs.selected(open(self, limit), taken, shape)
  end)
end

function methods:rename(take)
  local shape, taken, new_names = shape_of(self), fields.pairs("rename", take), {}
  for _, pair in ipairs(taken) do
    new_names[pair.old] = pair.new
  end
  verbs.renamed(open, taken, new_names, shape)
  return streaming(fields.renamed(shape, new_names), function(limit)
    return verbs.renamed(open(self, limit), taken, new_names, shape)
  end)
end

function methods:distinct(...)
  local shape, names = shape_of(self), { ... }
  for _, name in ipairs(names) do
    if type(name) ~= "string" then
      host.fail("distinct needs the names of fields, got " .. fields.name(name))
    end
  end
  verbs.distinct(open, names, shape)
  return streaming(shape, function() return verbs.distinct(open(self), names, shape) end)
end

function methods:running(field, as)
  as = check_name("running", as, field)
  local shape = shape_of(self)
  verbs.running(open, field, as, shape)
  return streaming(fields.extended(shape, { as }), function(limit)
    return verbs.running(open(self, limit), field, as, shape)
  end)
end

function methods:share(field, as)
  as = check_name("share", as, field)
  local shape = shape_of(self)
  fields.watch("share", { field }, shape)
  return computed(fields.extended(shape, { as }), function() return verbs.shared(rows_of(self), field, as, shape) end)
end

function methods:sort_by(...)
  local shape, keys = shape_of(self), verbs.sorting_keys("sort_by", { ... })
  verbs.watch_keys("sort_by", keys, shape)
  return computed(shape, function() return verbs.sorted(rows_of(self), "sort_by", keys, shape) end)
end

function methods:top(count, field)
  count = check_count("top", count)
  local shape, keys = shape_of(self), verbs.sorting_keys("top", { field })
  keys[1].descending = true
  verbs.watch_keys("top", keys, shape)
  return computed(shape, function()
    local sorted = verbs.sorted(rows_of(self), "top", keys, shape)
    return table.move(sorted, 1, math.min(count, #sorted), 1, {})
  end)
end

function methods:join(other, options)
  local plan, shape = join.plan(options), shape_of(self)
  local right = from(other)
  fields.watch("join", { plan.left }, shape)
  local index
  local taken = join.taken(plan)
  local joined = taken and fields.extended(shape, taken) or fields.extended(fields.open(), shape.list())
  return streaming(joined, function()
    index = index or join.index(open(right), plan, shape_of(right))
    return join.stream(open(self), index, plan, shape)
  end)
end

function methods:pivot(options)
  local plan, shape, names = pivot.plan(options), shape_of(self), {}
  fields.watch("pivot", plan.watched, shape)
  local made = { closed = false, list = function() return names end }
  return computed(made, function()
    local list
    list, names = pivot.read(open(self), plan, shape)
    return list
  end)
end

local Groups = { __name = "groups" }
Groups.__index = function(_, name)
  host.fail(('group_by must be followed by :aggregate { … }, not by "%s"'):format(tostring(name)))
end

function methods:group_by(...)
  local keys, shape = group.keys("group_by", { ... }), shape_of(self)
  return setmetatable({
    aggregate = function(_, specs)
      local columns = group.columns(specs, keys)
      group.check(keys, columns, shape)
      return computed(fields.closed(group.fields(keys, columns)), function()
        return group.aggregated(open(self), keys, columns, shape)
      end)
    end,
  }, Groups)
end

-- One aggregate over all rows.
local function total(self, spec)
  local columns = { { name = "total", spec = spec } }
  local list = group.aggregated(open(self), {}, columns, shape_of(self))
  if #list == 0 then
    return spec.finish(spec.start())
  end
  return list[1].total
end

for _, name in ipairs { "sum", "average", "min", "max", "count_distinct", "list" } do
  methods[name] = function(self, field)
    return total(self, aggregates[name](field))
  end
end

function methods:count(field)
  return total(self, aggregates.count(field))
end

function methods:first()
  return open(self, 1)()
end

function methods:each(visit)
  check_function("each", visit)
  for row in open(self) do
    visit(row)
  end
end

function methods:all()
  local list = rows_of(self)
  return table.move(list, 1, #list, 1, {})
end

function methods:fields()
  local list = rows_of(self)
  return fields.of(shape_of(self), list)
end

for _, name in ipairs { "sum", "average", "count", "min", "max", "first", "last", "list", "count_distinct" } do
  rows[name] = aggregates[name]
end

local function unknown(_, name)
  host.fail(('rows has no "%s"%s'):format(tostring(name), nearest.hint(name, fields.of(fields.open(), { rows }))))
end

return setmetatable(rows, { __call = function(_, value) return from(value) end, __index = unknown })
