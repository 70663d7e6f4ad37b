import JSON
import Synchronization
import Testing

@testable import Scripting

@Suite struct CallGroupTests {
    /// An answer that is there already.
    private func answer(_ json: String) -> PendingAnswer { PendingAnswer { Answer(Array(json.utf8)) } }

    /// An answer that never comes, and fails when nobody waits for it any more.
    private var never: PendingAnswer {
        PendingAnswer { () async throws(HostCallFailure) in
            let (never, continuation) = AsyncStream<Void>.makeStream()
            for await _ in never {}
            continuation.finish()
            throw HostCallFailure(code: "HOST", message: "cancelled")
        }
    }

    /// Everything that a group hands over until so many are there, and in how many pieces.
    private func all(_ count: Int, of group: CallGroup) async throws -> (entries: [JSONValue], pieces: Int) {
        var entries: [JSONValue] = []
        var pieces = 0
        while entries.count < count {
            entries += try JSONValue(parsing: try await group.finished().bytes).array ?? []
            pieces += 1
        }
        return (entries, pieces)
    }

    @Test("answers are handed over as they are, once, with their tickets")
    func answers() async throws {
        let group = CallGroup()
        for ticket in 1...20 { group.watch(answer("{\"n\":\(ticket)}"), ticket: ticket) }
        group.watch(PendingAnswer(failure: HostCallFailure(code: "X", message: "no")), ticket: 21)
        let entries = try await all(21, of: group).entries
        #expect(Set(entries.compactMap { $0["ticket"]?.integer }) == Set(1...21))
        for entry in entries {
            guard let ticket = entry["ticket"]?.integer, ticket < 21 else {
                #expect(entry["ok"] == false)
                #expect(entry["value"]?["code"] == "X")
                continue
            }
            #expect(entry["ok"] == true)
            #expect(entry["value"]?["n"]?.integer == ticket)
        }
    }

    @Test("answers that are told together are handed over together")
    func together() async throws {
        let group = CallGroup()
        let takers = Mutex<[@Sendable (PendingAnswer.Outcome) -> Void]>([])
        for ticket in 1...50 {
            group.watch(PendingAnswer(tell: { take in takers.withLock { $0.append(take) } }), ticket: ticket)
        }
        for take in takers.withLock({ $0 }) { take(.success(Answer(Array("1".utf8)))) }
        let (entries, pieces) = try await all(50, of: group)
        #expect(entries.compactMap { $0["ticket"]?.integer } == Array(1...50))
        #expect(pieces == 1)
    }

    @Test("answers keep their shapes, each at its place")
    func shapes() async throws {
        let group = CallGroup()
        let takers = Mutex<[@Sendable (PendingAnswer.Outcome) -> Void]>([])
        for ticket in 1...4 {
            group.watch(PendingAnswer(tell: { take in takers.withLock { $0.append(take) } }), ticket: ticket)
        }
        let outcomes: [PendingAnswer.Outcome] = [
            .success(Answer(Array("1".utf8))), .success(Answer(Array("\"7\"".utf8), shape: .integer)),
            .failure(HostCallFailure(code: "X", message: "no")),
            .success(Answer(Array("\"Y\"".utf8), shape: .flag)),
        ]
        // The last is answered first.
        for (take, outcome) in zip(takers.withLock { $0 }, outcomes).reversed() { take(outcome) }
        let answer = try await group.finished()
        #expect(answer.shape == .tuple([.any, .record([("value", .integer)]), .any, .record([("value", .flag)])]))
        let plain = CallGroup()
        plain.watch(PendingAnswer { Answer(.null) }, ticket: 1)
        #expect(try await plain.finished().shape.isAny)
    }

    @Test("a finished call does not wait for one that is not")
    func first() async throws {
        let group = CallGroup()
        group.watch(never, ticket: 1)
        group.watch(answer("5"), ticket: 2)
        let entries = try await all(1, of: group).entries
        #expect(entries == [["ticket": 2, "ok": true, "value": 5]])
        group.close()
    }

    @Test("large answers are handed over in portions that a message can hold")
    func portions() async throws {
        let group = CallGroup()
        let large = "\"" + String(repeating: "x", count: 20 << 20) + "\""
        for ticket in 1...5 { group.watch(answer(large), ticket: ticket) }
        let (entries, pieces) = try await all(5, of: group)
        #expect(entries.count == 5)
        #expect(pieces >= 3)
    }

    @Test("waiting for nothing fails instead of waiting for ever")
    func nothing() async throws {
        let group = CallGroup()
        await #expect(throws: HostCallFailure.self) { try await group.finished() }
        group.watch(answer("1"), ticket: 1)
        _ = try await group.finished()
        await #expect(throws: HostCallFailure.self) { try await group.finished() }
    }

    @Test("closing a group or cancelling who waits for it ends the waiting")
    func closing() async {
        let closed = CallGroup()
        closed.watch(never, ticket: 1)
        let waiting = Task { try await closed.finished() }
        await Task.yield()
        closed.close()
        await #expect(throws: HostCallFailure.self) { try await waiting.value }
        let cancelled = CallGroup()
        cancelled.watch(never, ticket: 1)
        let other = Task { try await cancelled.finished() }
        other.cancel()
        await #expect(throws: HostCallFailure.self) { try await other.value }
    }
}
