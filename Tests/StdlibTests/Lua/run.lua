-- Runs the Lua tests without the sandbox: `lua5.4 Tests/StdlibTests/Lua/run.lua [NAME_test.lua …]` from the top folder.
-- The prelude and the modules are the real ones; what the host would answer is faked (`fake_host.lua`). `make test`
-- runs the same files in the real sandbox.

local tests = "Tests/StdlibTests/Lua/"
local new_host = dofile(tests .. "fake_host.lua")
local files = #arg > 0 and arg or {}
if #arg == 0 then
  for file in io.popen("ls " .. tests .. "*_test.lua"):lines() do
    files[#files + 1] = file:match "[^/]+$"
  end
end

local function new_environment()
  local environment = {}
  for _, name in ipairs {
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen",
    "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "math", "string", "table", "utf8",
  } do
    environment[name] = _G[name]
  end
  -- The prelude puts functions of its own into these.
  environment.coroutine = {}
  for name, value in pairs(coroutine) do environment.coroutine[name] = value end
  environment._G = environment
  return environment
end

local failures = 0
for _, file in ipairs(files) do
  local environment = new_environment()
  local host = new_host(environment)
  assert(loadfile("stdlib/prelude.lua", "t", environment))(host, { locale = "ru", zone = "Europe/Moscow" })
  host.run(function()
    assert(loadfile(tests .. "harness.lua", "t", environment))()
    assert(loadfile(tests .. file, "t", environment))()
  end)
  local summary = environment.harness.summary()
  print(("%-28s %3d passed, %d failed"):format(file, summary.passed, #summary.failed))
  for _, failure in ipairs(summary.failed) do
    failures = failures + 1
    print(("  %s\n    %s"):format(failure.name, failure.message))
  end
end
os.exit(failures == 0)
