import JSON
import Ledger
import Testing
import Trials

@testable import Host

@Suite("What a script remembers")
struct LedgerMemoryTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let clock = ServeClock(now: { Stamp(milliseconds: 1_000_000) }, sleep: { _ in })

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private func memory(_ holder: String) -> LedgerMemory {
        LedgerMemory(ledger.memory(portal: "main", script: "a.lua"), holder: holder, clock: clock)
    }

    @Test func `a key is given once, whichever run asks`() async throws {
        let first = memory("job 1")
        #expect(try await first.once("big:5", for: nil))
        #expect(try await !first.once("big:5", for: nil))
        await first.keep()
        #expect(try await !memory("job 2").once("big:5", for: nil))
        #expect(try await !memory("job 1").once("big:5", for: nil))
    }

    @Test func `a run that failed before it changed anything gives its keys back`() async throws {
        let first = memory("job 1")
        #expect(try await first.once("big:5", for: nil))
        await first.giveBack()
        #expect(try await memory("job 1").once("big:5", for: nil))
    }

    @Test func `what a change has used up is not given back`() async throws {
        let first = memory("job 1")
        #expect(try await first.once("big:5", for: nil))
        await first.keep()
        #expect(try await first.once("big:6", for: nil))
        await first.giveBack()
        #expect(try await !memory("job 1").once("big:5", for: nil))
        #expect(try await memory("job 1").once("big:6", for: nil))
    }

    @Test func `the repetition of a run that was cut off gets its keys again, another job doesn't`() async throws {
        #expect(try await memory("job 1").once("big:5", for: nil))
        #expect(try await !memory("job 2").once("big:5", for: nil))
        #expect(try await memory("job 1").once("big:5", for: nil))
    }

    @Test func `values, numbers and locks are kept as they are`() async throws {
        let memory = memory("job 1")
        try await memory.set("x", to: JSONValue.string("ю").bytes, for: nil)
        #expect(try await memory.value(of: "x") == JSONValue.string("ю").bytes)
        try await memory.set("x", to: nil, for: nil)
        #expect(try await memory.value(of: "x") == nil)
        #expect(try await memory.increment("n", by: 5) == 5)
        #expect(try await memory.increment("n", by: -2) == 3)
        #expect(try await memory.lock("l", for: 60))
        #expect(try await !self.memory("job 2").lock("l", for: 60))
        try await memory.unlock("l")
        #expect(try await self.memory("job 2").lock("l", for: 60))
    }
}
