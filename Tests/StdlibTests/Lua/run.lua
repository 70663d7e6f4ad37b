-- Runs the Lua tests without the sandbox: `lua5.4 Tests/StdlibTests/Lua/run.lua [NAME_test.lua …]` from the top folder.
-- What the host would answer is faked; `make test` runs the same files in the real sandbox.

local tests = "Tests/StdlibTests/Lua/"
local files = #arg > 0 and arg or {}
if #arg == 0 then
  for file in io.popen("ls " .. tests .. "*_test.lua"):lines() do
    files[#files + 1] = file:match "[^/]+$"
  end
end

local WEEKS = {
  ["2026-W46"] = { "2026-11-09", "2026-11-15", "2026-11-16" },
  ["2026-W47"] = { "2026-11-16", "2026-11-22", "2026-11-23" },
  ["2026-W48"] = { "2026-11-23", "2026-11-29", "2026-11-30" },
}

local function week(slug)
  local days = WEEKS[slug]
  return {
    from = days[1] .. "T00:00:00+03:00", to = days[3] .. "T00:00:00+03:00", first = days[1], last = days[2],
    slug = slug, expression = slug, zone = "Europe/Moscow", days = 7,
  }
end

local function day_or_more(expression)
  local first, last = expression:match "^(%S+)%.%.(%S+)$"
  return {
    from = (first or "2026-11-24") .. "T00:00:00+03:00", to = (last or "2026-11-24") .. "T24:00:00+03:00",
    first = first or "2026-11-24", last = last or "2026-11-24", slug = expression:gsub("%.%.", "_"),
    expression = expression, zone = "Europe/Moscow", days = 1,
  }
end

local function answer_period(args)
  if args.step then
    local number = tonumber(args.of:match "W(%d+)") + args.step
    return week("2026-W" .. number)
  end
  local slug = args.expression == "last week" and "2026-W47" or args.expression
  return WEEKS[slug] and week(slug) or day_or_more(slug)
end

local function new_host()
  local host = { locale = "ru", currency = "RUB", zone = "Europe/Moscow", null = io.stdout, array_mark = {} }
  host.fail = function(sentence) error(sentence, 0) end
  host.define = function(defined) return defined end
  host.call = function(name, args)
    return name == "period" and answer_period(args) or nil
  end
  return host
end

local function new_environment()
  local host, loaded = new_host(), {}
  local environment = { json = { null = host.null } }
  for _, name in ipairs {
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawset",
    "select", "setmetatable", "tonumber", "tostring", "type", "coroutine", "math", "string", "table", "utf8",
  } do
    environment[name] = _G[name]
  end
  environment._G = environment
  function environment.require(name)
    if loaded[name] == nil then
      local chunk = assert(loadfile("stdlib/" .. name .. ".lua", "t", environment))
      loaded[name] = chunk(host)
    end
    return loaded[name]
  end
  local public = { report = true, handler = true, job = true, rows = true, period = true, text = true, log = true }
  return setmetatable(environment, {
    __index = function(_, name)
      return public[name] and environment.require(name) or nil
    end,
  })
end

local failures = 0
for _, file in ipairs(files) do
  local environment = new_environment()
  assert(loadfile(tests .. "harness.lua", "t", environment))()
  assert(loadfile(tests .. file, "t", environment))()
  local summary = environment.harness.summary()
  print(("%-28s %3d passed, %d failed"):format(file, summary.passed, #summary.failed))
  for _, failure in ipairs(summary.failed) do
    failures = failures + 1
    print(("  %s\n    %s"):format(failure.name, failure.message))
  end
end
os.exit(failures == 0)
