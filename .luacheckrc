-- Lua 5.4 as a script of Lunokhod sees it: no files, no system, the modules of the standard library instead.
std = "lua54"
max_line_length = 120
not_globals = { "io", "os", "debug", "package", "dofile", "loadfile" }
read_globals = { "b24", "every", "handler", "job", "json", "log", "parallel", "period", "report", "rows", "store", "text" }
exclude_files = { ".build", "stdlib/meta" }

-- It makes the environment of the others.
files["stdlib/prelude.lua"] = { globals = { "coroutine" } }

-- The harness gives these to every test.
files["Tests/StdlibTests/Lua/*_test.lua"] = { read_globals = { "test", "expect", "raises" } }
files["Tests/StdlibTests/Lua/harness.lua"] = { globals = { "harness", "test", "expect", "raises" } }
files["Tests/StdlibTests/Lua/run.lua"] = { globals = { "harness" }, read_globals = { "io", "os", "dofile", "loadfile" } }
files["Tests/StdlibTests/Lua/fake_host.lua"] = { read_globals = { "io", "loadfile" } }
