import JSON
import Scripting
import Synchronization
import Testing

/// Scripts with `parallel` in a real sandbox.
@Suite struct ParallelRoomTests {
    /// Runs a plain script and returns what it printed.
    private func printed(
        by source: String, room: any Room, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> [String] {
        let lines = Mutex<[String]>([])
        let run = ScriptRun(
            sandbox: Programs.sandbox, script: Script(name: "t.lua", source: Array(source.utf8)),
            surroundings: ScriptSurroundings(locale: "en", currency: "RUB", zone: "UTC"), rooms: [room],
            print: { line in lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } },
            progress: progress)
        _ = try await run.run { _ in .null }
        return lines.withLock { $0 }
    }

    @Test("bodies wait side by side, and their results come in the order of the items")
    func sideBySide() async throws {
        // Nothing is answered before ten calls are there, and the last is answered first.
        let room = CrowdRoom(size: 10)
        let lines = try await printed(
            by: """
                local items = {}
                for i = 1, 30 do items[i] = i end
                local results = parallel(items, function(n) return b24.call("m" .. n).result end, { width = 10 })
                print(table.concat(results, " "))
                """, room: room)
        #expect(lines == [(1...30).map { "m\($0)" }.joined(separator: " ")])
    }

    @Test("calls are begun in the order in which the bodies made them")
    func order() async throws {
        let room = OrderRoom()
        _ = try await printed(
            by: """
                local items = {}
                for i = 1, 200 do items[i] = i end
                parallel(items, function(n)
                  if n % 50 == 0 then
                    return parallel({ "a", "b" }, function(letter) return b24.call(n .. letter) end)
                  end
                  return b24.call(tostring(n))
                end)
                """, room: room)
        let expected = (1...200).flatMap { $0 % 50 == 0 ? ["\($0)a", "\($0)b"] : ["\($0)"] }
        #expect(room.methods == expected)
    }

    @Test("a body that fails lets the others go on, and the error names its item and its line")
    func failure() async throws {
        let room = OrderRoom(failing: "m2")
        let failure = try await #require(throws: ScriptFailure.self) {
            _ = try await printed(
                by: """
                    parallel({ 1, 2, 3 }, function(n)
                      b24.call("first" .. n)
                      local reply = b24.call("m" .. n)
                      return reply.result
                    end)
                    """, room: room)
        }
        #expect(failure.message == "1 of 3 items failed, the first (item 2): it was refused")
        #expect(failure.line == 3)
        #expect(failure.error?["code"] == "REFUSED")
        #expect(room.methods.contains("m3"))
    }

    @Test("the progress goes up to the number of items, and only the outer parallel tells it")
    func progress() async throws {
        let told = Mutex<[Progress]>([])
        _ = try await printed(
            by: """
                parallel({ 1, 2, 3, 4 }, function(n)
                  return parallel({ 1, 2, 3, 4, 5, 6 }, function(m) return b24.call("m") end, { title = "inner" })
                end, { width = 2, title = "Deals" })
                """, room: OrderRoom()
        ) { progress in told.withLock { $0.append(progress) } }
        let progress = told.withLock { $0 }
        #expect(progress.allSatisfy { $0.title == "Deals" && $0.total == 4 })
        #expect(progress.map(\.done) == progress.map(\.done).sorted())
        #expect(progress.last == Progress(title: "Deals", done: 4, total: 4, isOver: true))
        #expect(progress.filter(\.isOver).count == 1)
    }

    @Test("a value passes as it is, and json.decode works in a body")
    func values() async throws {
        let lines = try await printed(
            by: """
                local results = parallel({ 1 }, function(n)
                  local text = json.decode('{"a":[1,"я"]}').a[2]
                  local ok, failure = pcall(json.decode, "{")
                  return { text = text, ok = ok, reply = b24.call("quoted \\"name\\"", { x = "\\n", list = {} }) }
                end)
                print(results[1].text, results[1].ok, results[1].reply.result)
                """, room: OrderRoom())
        #expect(lines == ["я\tfalse\tquoted \"name\""])
    }

    @Test("a definition that calls Bitrix24 in parallel while it loads is refused")
    func loading() async throws {
        let failure = try await #require(throws: ScriptFailure.self) {
            _ = try await printed(
                by: """
                    parallel({ 1 }, function() return b24.call("m") end)
                    return job { title = "t", run = function() end }
                    """, room: OrderRoom())
        }
        #expect(failure.message.contains("calls Bitrix24 while it loads"))
    }

    @Test("a call that nobody answers fails its item")
    func unanswered() async throws {
        let lines = try await printed(
            by: """
                local results, failures = parallel({ 1 }, function() return period "today" end, { errors = "collect" })
                print(failures[1].error.message)
                """, room: OrderRoom())
        #expect(lines == ["there is no host call 'period'"])
    }

    @Test("calls that are under way are cancelled with the run")
    func cancelled() async throws {
        let room = SilentRoom()
        let run = Task {
            try await printed(by: "parallel({ 1, 2 }, function(n) return b24.call('m') end)", room: room)
        }
        await room.called()
        run.cancel()
        await #expect(throws: (any Error).self) { try await run.value }
        #expect(await room.cancellation() == 1)
    }
}

/// Answers with the method's name, and keeps the names in the order in which calls are begun.
private final class OrderRoom: Room {
    private let seen = Mutex<[String]>([])
    private let failing: String?

    init(failing: String? = nil) { self.failing = failing }

    var methods: [String] { seen.withLock { $0 } }

    func answers(_ name: String) -> Bool { name.hasPrefix("b24.") }

    func start(_ call: HostCall) async -> PendingAnswer {
        let method = call.arguments["method"]?.string ?? ""
        seen.withLock { $0.append(method) }
        return PendingAnswer { [failing] () throws(HostCallFailure) in
            guard method != failing else { throw HostCallFailure(code: "REFUSED", message: "it was refused") }
            return Answer(["result": .string(method)])
        }
    }

    func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer { try await start(call).value() }
}

/// Answers when so many calls wait, the last one first.
private actor CrowdRoom: Room {
    private let size: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(size: Int) { self.size = size }

    nonisolated func answers(_ name: String) -> Bool { name == "b24.call" }

    func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            guard waiting.count == size else { return }
            for continuation in waiting.reversed() { continuation.resume() }
            waiting = []
        }
        return Answer(["result": call.arguments["method"] ?? .null])
    }
}

/// Never answers, and tells when it is no longer waited for.
private final class SilentRoom: Room {
    private let calls = AsyncStream<Void>.makeStream()
    private let cancellations = AsyncStream<Int>.makeStream()

    func answers(_ name: String) -> Bool { name == "b24.call" }

    func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        calls.continuation.yield()
        let (never, continuation) = AsyncStream<Void>.makeStream()
        // It ends when the task is cancelled.
        for await _ in never {}
        continuation.finish()
        cancellations.continuation.yield(1)
        throw HostCallFailure(code: "HOST", message: "cancelled")
    }

    func called() async { for await _ in calls.stream { break } }

    func cancellation() async -> Int {
        for await count in cancellations.stream { return count }
        return 0
    }
}
