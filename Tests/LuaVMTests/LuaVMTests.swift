import JSON
import Stdlib
import Testing

@testable import LuaVM

@Suite struct LuaVMTests {
    @Test("a plain script runs to its end and prints")
    func plain() throws {
        let session = try Session("print('привет', 1, nil, 2.5)\nprint()")
        #expect(session.run() == .finished)
        #expect(session.printed == ["привет\t1\tnil\t2.5", ""])
    }

    @Test("a host call waits for its answer and goes on with it")
    func call() throws {
        let session = try Session("print(b24.user.current({}).NAME)")
        #expect(session.run() == .call(name: "b24.describe", arguments: #"{"method":"user.current"}"#))
        #expect(session.answer(#"{"lists":false}"#) == .call(name: "b24.result", arguments: session.arguments))
        #expect(try JSONValue(parsing: session.arguments.utf8)["method"] == "user.current")
        #expect(session.answer(#"{"NAME":"Анна"}"#) == .finished)
        #expect(session.printed == ["Анна"])
    }

    @Test("an error answer is a Lua error with its fields and the script's line")
    func errorAnswer() throws {
        let session = try Session(
            """
            local ok, e = pcall(b24.call, "crm.deal.get", { id = 0 })
            print(ok, e.code, e.status, tostring(e))
            local x = b24.call("a.b")
            """)
        _ = session.run()
        _ = session.answer(#"{"code":"NOT_FOUND","message":"no such deal","status":400}"#, succeeded: false)
        #expect(session.printed == ["false\tNOT_FOUND\t400\tno such deal"])
        let step = session.answer(#"{"code":"X","message":"gone"}"#, succeeded: false)
        let failure = try #require(session.failure(step))
        #expect(failure["message"] == "gone")
        #expect(failure["line"] == 3)
        #expect(failure["error"]?["code"] == "X")
    }

    @Test("a call passes through the script's own coroutines and iterators")
    func nested() throws {
        let session = try Session(
            """
            local pages = coroutine.wrap(function()
              for i = 1, 2 do coroutine.yield(b24.call("m" .. i).result) end
            end)
            print(pages(), pages())
            local co = coroutine.create(function() return pcall(b24.call, "m3") end)
            print(coroutine.resume(co))
            """)
        _ = session.run()
        _ = session.answer(#"{"result":10}"#)
        _ = session.answer(#"{"result":20}"#)
        #expect(session.printed == ["10\t20"])
        #expect(session.answer(#"{"result":30}"#) == .finished)
        #expect(session.printed.last?.hasPrefix("true\ttrue\ttable") == true)
    }

    @Test("errors name the script's line and lead through its functions, not the library's")
    func traceback() throws {
        let session = try Session(
            """
            local function total(deal)
              return deal.OPPORTUNITY.x.y
            end
            local n = total({})
            """)
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"]?.string?.contains("OPPORTUNITY") == true)
        #expect(failure["line"] == 2)
        #expect(
            failure["traceback"] == ["scripts/t.lua:2: in function 'total'", "scripts/t.lua:4: in the main chunk"]
                || failure["traceback"] == [
                    "scripts/t.lua:2: in upvalue 'total'", "scripts/t.lua:4: in the main chunk",
                ])
    }

    @Test("a syntax error has its line")
    func syntax() throws {
        let failure = try #require(Session.loadFailure("local x = 1\nfor for"))
        #expect(failure["line"] == 2)
        #expect(failure["message"] == "<name> expected near 'for'")
    }

    @Test("a long file name is stripped from the message like a short one")
    func longName() throws {
        let name = String(repeating: "очень/длинный/путь/", count: 6) + "отчёт.lua"
        let failure = try #require(Session.loadFailure("x x", name: name))
        #expect(failure["line"] == 1)
        #expect(failure["message"]?.string?.hasPrefix("syntax error") == true)
    }

    @Test(
        "nothing unsafe is in the environment",
        arguments: [
            "dofile", "loadfile", "io", "os", "debug", "package", "string.dump", "host",
            "collectgarbage('step') == 0 and nil",
        ])
    func environment(name: String) throws {
        let session = try Session(
            "local ok, value = pcall(function() return \(name) end) print(ok and value == nil or not ok)")
        #expect(session.run() == .finished)
        #expect(session.printed == ["true"])
    }

    @Test("bytecode can't be loaded, text can, with its own environment")
    func load() throws {
        let session = try Session(
            #"""
            print(load("\27Lua"))
            print(load("return 1 + 1")(), load("return x", "=n", "t", { x = 7 })())
            print(pcall(load("return os", "=n", "t", nil)))
            """#)
        #expect(session.run() == .finished)
        #expect(session.printed[0].hasPrefix("nil\t"))
        #expect(session.printed[1] == "2\t7")
        #expect(session.printed[2].hasPrefix("false"))
    }

    @Test("memory beyond the limit fails the script, not the process")
    func memory() throws {
        let session = try Session(
            "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end", memoryLimit: 4 << 20)
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"] == "not enough memory")
        let strings = try Session("local s = ('x'):rep(1e9)", memoryLimit: 4 << 20)
        #expect(strings.failure(strings.run())?["message"] == "not enough memory")
    }

    @Test("values go out and come back as they were")
    func roundTrip() throws {
        let session = try Session("print(json.encode(b24.call('m')))")
        _ = session.run()
        let sent = #"{"a":[1,-2,2.5,true,"\u0001\"\\я"],"b":[],"n":[null,1],"o":{"x":"y"},"big":18446744073709551615}"#
        _ = session.answer(sent)
        let back = try JSONValue(parsing: session.printed[0].utf8)
        #expect(back["a"] == [1, -2, 2.5, true, "\u{1}\"\\я"])
        #expect(back["b"] == [])
        #expect(back["n"] == [nil, 1])
        #expect(back["o"] == ["x": "y"])
        #expect(back["big"]?.double == 18446744073709551616.0)
    }

    @Test(
        "what JSON can't express is refused with its place",
        arguments: [
            ("{ fields = { f = print } }", "a function can't be sent or stored (at params.fields.f)"),
            (
                "{ list = { 1, 0/0 } }",
                "a number that is not a number (0/0) can't be sent or stored (at params.list[2])"
            ),
            ("{ t = '\\xff' }", "text that is not UTF-8 can't be sent or stored (at params.t)"),
            ("(function() local t = {} t.t = t return t end)()", "nested more than 100 deep"),
        ])
    func refused(params: String, sentence: String) throws {
        let session = try Session("b24.call('m', \(params))")
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"]?.string?.contains(sentence) == true)
        #expect(failure["line"] == 1)
    }

    @Test(
        "what stands for a value that is not there yet is refused",
        arguments: [
            ("{ id = b24.ref.a.ID }", "a b24.ref outside of b24.batch can't be sent or stored (at params.id)"),
            ("{ rows = rows({}) }", "a pipeline of rows (its list is :all()) can't be sent or stored (at params.rows)"),
        ])
    func unsendable(params: String, sentence: String) throws {
        let session = try Session("b24.call('m', \(params))")
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"]?.string?.contains(sentence) == true)
        let list = try Session("local l = b24.x.list {} json.encode({ l = l })")
        _ = list.run()
        let second = try #require(list.failure(list.answer(#"{"lists":true}"#)))
        #expect(second["message"]?.string?.contains("a list that has not been read") == true)
    }

    @Test("the calls of many bodies are one exchange, with their arguments as they were")
    func parallel() throws {
        let session = try Session(
            """
            local results = parallel({ 1, 2 }, function(n) return b24.call("m" .. n, { n = n }).result end)
            print(results[1], results[2])
            """)
        #expect(session.run() == .call(name: "parallel.exchange", arguments: session.arguments))
        let asked = try JSONValue(parsing: session.arguments.utf8)
        #expect(asked["total"] == 2)
        #expect(asked["calls"]?[0]?["name"] == "b24.call")
        #expect(asked["calls"]?[1]?["arguments"]?["params"] == ["n": 2])
        _ = session.answer(#"[{"ticket":2,"ok":true,"value":{"result":"b"}}]"#)
        #expect(session.arguments == #"{"group":1,"done":1,"total":2,"calls":[]}"#)
        #expect(
            session.answer(#"[{"ticket":1,"ok":true,"value":{"result":"a"}}]"#)
                == .call(name: "parallel.end", arguments: #"{"group":1,"done":2,"total":2}"#))
        #expect(session.answer("null") == .finished)
        #expect(session.printed == ["a\tb"])
    }

    @Test("a call where no coroutine can wait says so")
    func insideSort() throws {
        let session = try Session("table.sort({ 1, 2 }, function(a, b) return b24.call('m') end)")
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"]?.string?.contains("inside table.sort") == true)
    }

    @Test("a yield that is not for the host is a failure, not a hang")
    func strayYield() throws {
        let session = try Session("coroutine.yield(1)")
        let failure = try #require(session.failure(session.run()))
        #expect(failure["message"]?.string?.contains("coroutine.yield") == true)
    }

    @Test("small answers don't set the collector to work on all that a script holds")
    func collector() throws {
        let session = try Session(
            """
            local held = {}
            for number = 1, 100000 do held[number] = { number } end
            local rounds = 0
            local function watch()
              setmetatable({}, { __gc = function() rounds = rounds + 1; watch() end })
            end
            watch()
            for _ = 1, 2000 do b24.call("app.info", {}) end
            print(rounds)
            """)
        var event = session.run()
        while case .call = event { event = session.answer(#"{"result":[1,2,3]}"#) }
        #expect(event == .finished)
        let rounds = try #require(session.printed.first.flatMap { Int($0) })
        #expect(rounds < 20)
    }
}
