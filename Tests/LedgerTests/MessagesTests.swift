import Testing

@testable import Ledger

@Suite struct MessagesTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    private func message(_ number: UInt8, _ channel: String = "mail", at seconds: Double? = nil) -> NewMessage {
        NewMessage(channel: channel, body: [number], created: .at(seconds ?? Double(number)))
    }

    private func bodies(_ channel: String = "mail", at seconds: Double = 9_999_999) async throws -> [UInt8] {
        try await ledger.dueMessages(channel: channel, now: .at(seconds)).compactMap(\.body.first)
    }

    private func postponement(until seconds: Double, oldest: Double = -1, tries: Int = 1) -> Postponement {
        Postponement(until: .at(seconds), reason: "r", oldest: .at(oldest), tries: tries)
    }

    @Test("a message waits for its own way until it is sent or given up")
    func settling() async throws {
        _ = try await ledger.keep([message(1), message(2, "chat"), message(3)])
        #expect(try await bodies(at: 1) == [1])
        let due = try await ledger.dueMessages(channel: "mail", now: .at(5))
        #expect(due.map(\.body) == [[1], [3]] && due.map(\.created) == [.at(1), .at(3)])
        #expect(try await ledger.settleMessage(due[0].id, .sent))
        #expect(try await ledger.settleMessage(due[0].id, .failed(reason: "r")) == false)
        #expect(try await ledger.settleMessage(due[1].id, .failed(reason: "r")))
        #expect(try await bodies().isEmpty)
        #expect(try await ledger.waitingChannels() == ["chat"])
    }

    @Test("messages, what was told so far and whom to tell are kept together or not at all")
    func together() async throws {
        let cursor = Cursor(portal: "", name: "alerts", value: [7])
        _ = try await ledger.keep([message(1)], cursor: cursor)
        #expect(try await ledger.cursor(portal: "", name: "alerts") == [7])
        #expect(try await bodies() == [1])
        ledger.close()
        await #expect(throws: LedgerError.closed) {
            _ = try await ledger.keep([message(2)], cursor: cursor)
        }
    }

    @Test("a way that failed puts off all its messages, the tried one behind the others, and those of no other way")
    func postponing() async throws {
        _ = try await ledger.keep([message(1), message(2), message(3, "chat")])
        let tried = try #require(try await ledger.dueMessages(channel: "mail", now: .at(5)).first)
        let given = try await ledger.postpone(channel: "mail", tried: tried.id, postponement(until: 60))
        #expect(given.isEmpty)
        #expect(try await bodies(at: 59).isEmpty)
        #expect(try await bodies(at: 60) == [2, 1])
        #expect(try await ledger.dueMessages(channel: "mail", now: .at(60)).map(\.attempts) == [1, 1])
        #expect(try await bodies("chat", at: 5) == [3])
    }

    @Test("what is too old is given up, but not before it was tried often enough")
    func givingUp() async throws {
        _ = try await ledger.keep([message(1), message(9)])
        let plan = postponement(until: 20, oldest: 5, tries: 2)
        #expect(try await ledger.postpone(channel: "mail", tried: nil, plan).isEmpty)
        #expect(try await ledger.postpone(channel: "mail", tried: nil, plan).map(\.body) == [[1]])
        #expect(try await bodies() == [9])
    }

    @Test("of too many messages the oldest are given up")
    func tooMany() async throws {
        _ = try await ledger.keep([message(1), message(2), message(3, "chat")], most: 2)
        let given = try await ledger.keep([message(4), message(5)], most: 3)
        #expect(given.map(\.body) == [[1]])
        #expect(try await bodies() == [2, 4, 5])
        #expect(try await bodies("chat") == [3])
        #expect(try await ledger.giveUpMessages(channel: "mail", reason: "gone").map(\.body) == [[2], [4], [5]])
        #expect(try await bodies().isEmpty)
    }

    @Test("a sweep removes messages that were sent long ago, and none that waits")
    func sweep() async throws {
        _ = try await ledger.keep([message(1), message(2)])
        let first = try #require(try await ledger.dueMessages(channel: "mail", now: .at(5)).first)
        _ = try await ledger.settleMessage(first.id, .sent)
        #expect(try await ledger.sweep(now: .at(91 * 86_400)).messages == 1)
        #expect(try await bodies() == [2])
    }
}
