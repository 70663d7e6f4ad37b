---@meta every

--- Makes a schedule that counts elapsed time: `schedule = every "15m"` comes four times an hour, whatever the clocks do.
--- Units are s, m, h and d, as in "1h30m"; 10 seconds at least. Fails for anything else than such a text.
---@param length string
---@return string
function every(length) end
