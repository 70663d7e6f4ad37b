-- A crew: coroutines that go on side by side. A coroutine's call to the host is not passed up but collected; when
-- none can go on, one exchange with the host asks for all of it and brings what is answered so far.
local host = ...

local mark, resume = host.mark, host.resume
local create, status, close, yield = coroutine.create, coroutine.status, coroutine.close, coroutine.yield

-- What the coroutine that reads the items hands over with each item.
local ITEM = {}
-- Answered where the script runs: the host doesn't know it.
local is_local = { ["json.decode"] = true }
local groups = 0

local Crew = {}
Crew.__index = Crew

--- Makes a crew of at most `width` coroutines, each of which runs `body` on an item.
---@param next_item fun(): any # gets the next item, or nil at the end; may ask the host
---@param body fun(item: any, index: integer): any
---@param width integer
---@param told string # members of every exchange as JSON: what is known of the work
local function new(next_item, body, width, told)
  groups = groups + 1
  local reader = create(function()
    for item in next_item do yield(ITEM, item) end
  end)
  return setmetatable({
    group = groups, body = body, width = width, told = told, reader = { thread = reader },
    reading = false, read = false, taken = 0, alive = 0, done = 0, tickets = 0, exchanged = false,
    calls = {}, waiting = {}, results = {}, failures = {},
  }, Crew)
end

--- Keeps what a coroutine asks for until the next exchange.
function Crew:collect(member, name, arguments)
  self.tickets = self.tickets + 1
  self.waiting[self.tickets] = member
  self.calls[#self.calls + 1] = ('{"ticket":%d,"name":"%s","arguments":%s}'):format(self.tickets, name, arguments)
end

--- Looks at why a coroutine stopped. Returns whether it is over, and how.
function Crew:stopped(member, succeeded, first, second, third)
  local thread = member.thread
  if not succeeded then
    close(thread)
    return true, false, first
  elseif status(thread) == "dead" then
    return true, true, first
  elseif rawequal(first, ITEM) then
    return false, second
  elseif not rawequal(first, mark) then
    close(thread)
    return true, false, "coroutine.yield was called where nobody takes what it yields; inside parallel it works "
      .. "in a coroutine that was made there"
  elseif is_local[second] then
    return self:stopped(member, resume(thread, yield(mark, second, third)))
  end
  self:collect(member, second, third)
  return false
end

--- Lets the body of an item go on to its next call or to its end.
function Crew:work(member, ...)
  local over, succeeded, value = self:stopped(member, resume(member.thread, ...))
  if not over then return end
  self.alive, self.done = self.alive - 1, self.done + 1
  if succeeded then
    self.results[member.index] = value
  else
    self.failures[#self.failures + 1] = { index = member.index, error = value }
  end
end

--- Reads the next item and begins with it.
function Crew:take(...)
  self.reading = false
  local over, item_or_succeeded, failure = self:stopped(self.reader, resume(self.reader.thread, ...))
  if over then
    self.read = true
    if not item_or_succeeded then self.reader_failure = { failure } end
  elseif item_or_succeeded == nil then
    self.reading = true
  else
    self.taken, self.alive = self.taken + 1, self.alive + 1
    self:work({ thread = create(self.body), index = self.taken }, item_or_succeeded, self.taken)
  end
end

--- Asks the host for all that was collected, and lets those go on who are answered.
function Crew:exchange()
  local text = ('{"group":%d,"done":%d%s,"calls":[%s]}')
    :format(self.group, self.done, self.told, table.concat(self.calls, ","))
  self.calls, self.exchanged = {}, true
  for _, answer in ipairs(host.call_raw("parallel.exchange", text)) do
    local member = self.waiting[answer.ticket]
    self.waiting[answer.ticket] = nil
    if member == self.reader then
      self:take(answer.ok, answer.value)
    else
      self:work(member, answer.ok, answer.value)
    end
  end
end

--- Works through all items. Fails when the items can't be read to their end, after what was begun is done.
---@return any[] results # by the items' order; with gaps where a body returned nothing or failed
---@return { index: integer, error: any }[] failures # in the items' order
---@return integer taken # how many items there were
function Crew:run()
  repeat
    while self.alive < self.width and not self.read and not self.reading do self:take() end
    if self.alive > 0 or self.reading then self:exchange() end
  until self.alive == 0 and self.read
  if self.exchanged then
    host.call_raw("parallel.end", ('{"group":%d,"done":%d%s}'):format(self.group, self.done, self.told))
  end
  if self.reader_failure then error(self.reader_failure[1], 0) end
  table.sort(self.failures, function(a, b) return a.index < b.index end)
  return setmetatable(self.results, host.array_mark), self.failures, self.taken
end

return new
