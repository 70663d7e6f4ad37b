-- The nearest right name to a wrong one, for error sentences.
local nearest = {}

--- Folds a name so that case and separators do not count: `assignedById` is as good as `ASSIGNED_BY_ID`.
---@param name string
---@return string
local function fold(name)
  return (name:lower():gsub("[_%-%s.]", ""))
end

--- Tells whether two names are the same but for case and separators.
---@param a string
---@param b string
---@return boolean
function nearest.same(a, b)
  return fold(a) == fold(b)
end

--- Gets the Damerau-Levenshtein distance (optimal string alignment) between two strings, in bytes.
---@param a string
---@param b string
---@return integer
function nearest.distance(a, b)
  local before, last, current = {}, {}, {}
  for j = 0, #b do
    last[j] = j
  end
  for i = 1, #a do
    current[0] = i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      local best = math.min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = math.min(best, before[j - 2] + 1)
      end
      current[j] = best
    end
    before, last, current = last, current, before
  end
  return last[#b]
end

--- Gets the candidate that is nearest to a wrong name, or nil when none is near enough to be meant.
--- Up to a third of the name may differ. Of equally near candidates the alphabetically first one wins.
---@param name any
---@param candidates string[]
---@return string?
function nearest.find(name, candidates)
  if type(name) ~= "string" then
    return nil
  end
  local wanted = fold(name):sub(1, 64)
  local best, best_distance
  for _, candidate in ipairs(candidates) do
    local folded = fold(candidate):sub(1, 64)
    local longest = math.max(#wanted, #folded)
    local allowed = math.max(1, longest // 3)
    if math.abs(#wanted - #folded) <= allowed then
      local distance = nearest.distance(wanted, folded)
      local nearer = not best or distance < best_distance or (distance == best_distance and candidate < best)
      if distance <= allowed and distance < longest and nearer then
        best, best_distance = candidate, distance
      end
    end
  end
  return best
end

--- Gets the end of an error sentence: what may have been meant, or what there is.
--- `"; did you mean \"title\"?"` or `"; known are a, b and c"`, or an empty string when there is nothing to name.
---@param name any
---@param candidates string[]
---@return string
function nearest.hint(name, candidates)
  local found = nearest.find(name, candidates)
  if found then
    return ('; did you mean "%s"?'):format(found)
  end
  if #candidates == 0 then
    return ""
  end
  return "; known are " .. nearest.list(candidates)
end

--- Gets a list of names as English text, sorted, at most twelve of them: `a, b and c`.
---@param names string[]
---@return string
function nearest.list(names)
  local sorted = table.move(names, 1, #names, 1, {})
  table.sort(sorted)
  if #sorted > 12 then
    return table.concat(sorted, ", ", 1, 12) .. " and " .. (#sorted - 12) .. " more"
  end
  if #sorted < 2 then
    return sorted[1] or ""
  end
  return table.concat(sorted, ", ", 1, #sorted - 1) .. " and " .. sorted[#sorted]
end

return nearest
