---@meta store

--- What the script remembers from one run to the next: values by keys, each script its own.
---@class store
store = {}

--- The value of a key; `default` if there is none or its time is over.
---@param key string # at most 255 bytes
---@param default any?
---@return any
function store.get(key, default) end

--- Remembers a value: text, a number, a flag or a table of these, at most 1 MB as JSON. nil forgets the key.
---@param key string
---@param value any
---@param time definition.duration? # how long; for ever if left out
function store.set(key, value, time) end

--- Whether the key is asked for the first time: `if store.once("big:" .. deal.ID) then …`. A run that fails before it
--- has changed anything in the portal gives the key back, so that its repetition does the work.
---@param key string
---@param time definition.duration? # how long that is remembered; for ever if left out
---@return boolean
function store.once(key, time) end

--- Adds to a number and returns the sum. A key without a value counts as 0.
---@param key string
---@param amount integer? # 1 if left out
---@return integer
function store.increment(key, amount) end

--- Takes a lock, so that no other run does the same meanwhile; false if another run has it.
---@param key string
---@param time definition.duration? # after that it ends by itself; 10 minutes if left out
---@return boolean
function store.lock(key, time) end

--- Gives a lock of this run back.
---@param key string
function store.unlock(key) end
