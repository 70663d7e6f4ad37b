import GRDB
import Testing

@testable import Ledger

@Suite struct MemoryTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger
    private let memory: StoredMemory

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
        memory = ledger.memory(portal: "a.bitrix24.ru", script: "deals.lua")
    }

    @Test("a value is kept for its script alone, until it expires or is removed")
    func values() async throws {
        try await memory.set("a", [1], expires: .at(10), now: .at(0))
        #expect(try await memory.value("a", now: .at(9)) == [1])
        #expect(try await memory.value("a", now: .at(10)) == nil)
        let other = ledger.memory(portal: "a.bitrix24.ru", script: "other.lua")
        #expect(try await other.value("a", now: .at(0)) == nil)
        try await memory.set("a", [2], now: .at(1))
        #expect(try await memory.value("a", now: .at(1_000)) == [2])
        #expect(try await memory.remove("a"))
        #expect(try await memory.remove("a") == false)
    }

    @Test("once is true for the first who asks, and again when it has expired")
    func once() async throws {
        let firsts = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { try await memory.once("sent", expires: .at(10), now: .at(0)) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(firsts == 1)
        #expect(try await memory.once("sent", now: .at(10)))
        #expect(try await memory.once("sent", now: .at(9_999)) == false)
    }

    @Test("counting together loses nothing, keeps the expiry, and refuses what is no number")
    func increment() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { _ = try await memory.increment("n", by: 2, now: .at(0)) } }
            try await group.waitForAll()
        }
        #expect(try await memory.increment("n", by: -1, expires: .at(10), now: .at(0)) == 99)
        #expect(try await memory.increment("n", now: .at(9)) == 100)
        #expect(try await memory.increment("n", now: .at(10)) == 1)
        try await memory.set("n", Array("many".utf8), now: .at(11))
        await #expect(throws: LedgerError.self) { _ = try await memory.increment("n", now: .at(11)) }
        try await memory.set("n", Array("\(Int.max)".utf8), now: .at(11))
        await #expect(throws: LedgerError.self) { _ = try await memory.increment("n", now: .at(11)) }
        #expect(try await memory.value("n", now: .at(11)) == Array("\(Int.max)".utf8))
    }

    @Test("a lock is one holder's until it lets go or its time is over")
    func locks() async throws {
        #expect(try await memory.lock("l", holder: "a", until: .at(10), now: .at(0)))
        #expect(try await memory.lock("l", holder: "b", until: .at(20), now: .at(9)) == false)
        #expect(try await memory.lock("l", holder: "a", until: .at(12), now: .at(9)))
        #expect(try await memory.unlock("l", holder: "b") == false)
        #expect(try await memory.lock("l", holder: "b", until: .at(20), now: .at(12)))
        #expect(try await memory.unlock("l", holder: "b"))
        #expect(try await memory.lock("l", holder: "a", until: .at(30), now: .at(13)))
    }

    @Test("keys, values and their number have limits")
    func limits() async throws {
        try await memory.set(String(repeating: "я", count: 127), [], now: .at(0))
        try await memory.set("v", Array(repeating: 1, count: StoredMemory.largestValue), now: .at(0))
        for key in ["", String(repeating: "я", count: 128)] {
            await #expect(throws: LedgerError.self) { try await memory.set(key, [], now: .at(0)) }
        }
        await #expect(throws: LedgerError.self) {
            try await memory.set("v", Array(repeating: 1, count: StoredMemory.largestValue + 1), now: .at(0))
        }
        // The counter stands for the keys, which would take long to make.
        try await ledger.write { db in try db.run("UPDATE memory_size SET keys = ?", [StoredMemory.mostKeys]) }
        try await memory.set("v", [2], expires: .at(5), now: .at(0))
        await #expect(throws: LedgerError.self) { try await memory.set("new", [], now: .at(0)) }
        #expect(try await memory.value("new", now: .at(0)) == nil)
        // What has expired gives way.
        try await memory.set("new", [], now: .at(5))
    }

    @Test("keys are found by what they begin with, whatever that is")
    func keys() async throws {
        for key in ["a", "a%b", "a_b", "ab", "б"] { try await memory.set(key, [], now: .at(0)) }
        try await memory.set("a%c", [], expires: .at(1), now: .at(0))
        #expect(try await memory.keys(prefix: "a%", now: .at(1)) == ["a%b"])
        #expect(try await memory.keys(now: .at(1)) == ["a", "a%b", "a_b", "ab", "б"])
        #expect(try await memory.keys(prefix: "a", most: 2, now: .at(1)) == ["a", "a%b"])
    }
}
