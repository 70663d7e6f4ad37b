import Bitrix24
import Ingress
import JSON
import Ledger
import Synchronization
import Testing
import Trials

@testable import Host

@Suite("Events that come in")
struct EventReceptionTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let own = OwnWrites(rule: ChainRule())
    private let told = Told()

    private final class Told: Sendable {
        let news = Mutex<[String]>([])
        let unrecorded = Mutex<[LedgerError]>([])
    }

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private func reception(
        at seconds: Int = 1_000, in ledger: Ledger? = nil, _ scripts: [ServedScript]
    ) -> EventReception {
        let reception = EventReception(
            ledger: ledger ?? self.ledger, portals: [:], rule: ChainRule(), own: own,
            clock: ServeClock(now: { Stamp(milliseconds: seconds * 1_000) }, sleep: { _ in })
        ) { [told] news in
            switch news {
            case .stopped(_, _, let reason): told.news.withLock { $0.append(reason) }
            case .unrecorded(let error): told.unrecorded.withLock { $0.append(error) }
            }
        }
        var book = ScriptBook()
        for script in scripts { _ = book.take(.served(script), of: script.name) }
        reception.use(book)
        return reception
    }

    private func event(_ name: String, id: Int, at time: Int = 1_000) -> IncomingEvent {
        let data: JSONValue = ["FIELDS": ["ID": .string("\(id)")]]
        return IncomingEvent(
            portal: "main", name: name, handlerID: "7", data: data.bytes, timestamp: time,
            body: JSONValue.object(["event": .string(name), "data": data]).bytes, received: time)
    }

    /// A job of `a.lua` for a deal that runs now, so that it can change something.
    private func claim(at seconds: Int) async throws -> Claim {
        let now = Stamp(milliseconds: seconds * 1_000)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(standard: 10), now: now, lease: now.adding(seconds: 60), owner: "me")
        return try #require(claims.first)
    }

    @Test func `every handler gets a job, and the event is there though nobody wants it`() async throws {
        let reception = reception([
            try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua"),
            try SampleScript.handler(["ONCRMDEALADD"], name: "b.lua"),
        ])
        try await reception.take(event("ONCRMDEALADD", id: 5))
        try await reception.take(event("ONCRMLEADADD", id: 5))
        #expect(try await Set(ledger.jobs(most: 10).map(\.script)) == ["a.lua", "b.lua"])
        #expect(try await ledger.events(most: 10).count == 2)
        #expect(try await ledger.jobs(most: 10).map(\.lane) == ["crm.deal:5", "crm.deal:5"])
    }

    @Test func `the same handler, item and time are one event`() async throws {
        let reception = reception([try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua")])
        try await reception.take(event("ONCRMDEALADD", id: 5))
        try await reception.take(event("ONCRMDEALADD", id: 5))
        try await reception.take(event("ONCRMDEALADD", id: 6))
        try await reception.take(event("ONCRMDEALADD", id: 5, at: 1_001))
        #expect(try await ledger.events(most: 10).count == 3)
    }

    @Test func `what a script changed itself comes back one step deeper, until the chain is stopped and told`()
        async throws
    {
        let script = try SampleScript.handler(["ONCRMDEALUPDATE"], name: "a.lua", ["coalesce": false])
        for step in 0...4 {
            let reception = reception(at: 1_000 + step, [script])
            try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: 1_000 + step))
            let job = try #require(try await ledger.jobs(most: 1).first)
            #expect(job.depth == step)
            guard step < 4 else {
                #expect(job.state == .stopped)
                #expect(job.reason?.contains("crm.deal:5 was changed by a.lua") == true)
                #expect(told.news.withLock { $0.count } == 1)
                break
            }
            #expect(job.state == .waiting)
            let claim = try await claim(at: 1_000 + step)
            let call = PortalCall("crm.deal.update", ["id": 5, "fields": ["TITLE": "x"]])
            own.note(
                try #require(CallSubject(call)), number: step, by: call.method, of: claim,
                at: Stamp(milliseconds: (1_000 + step) * 1_000))
            _ = try await ledger.finish(claim, .done, now: Stamp(milliseconds: (1_000 + step) * 1_000))
        }
    }

    @Test func `however often people change an item, its handler is not stopped`() async throws {
        let script = try SampleScript.handler(["ONCRMDEALUPDATE"], name: "a.lua", ["coalesce": false])
        let reception = reception([script])
        for time in 1...100 { try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: time)) }
        #expect(try await ledger.jobs(JobFilter(states: [.waiting]), most: 1_000).count == 100)
    }

    @Test func `a person who edits an item every minute is served each time, though its handler changes it, too`()
        async throws
    {
        let script = try SampleScript.handler(["ONCRMDEALUPDATE"], name: "a.lua", ["coalesce": false])
        let call = PortalCall("crm.deal.update", ["id": 5, "fields": ["TITLE": "x"]])
        for minute in 0..<10 {
            let time = 1_000 + minute * 60
            let reception = reception(at: time, [script])
            try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: time))
            #expect(try await ledger.jobs(most: 1).first?.depth == 0, "minute \(minute)")
            let claim = try await claim(at: time)
            own.note(
                try #require(CallSubject(call)), number: minute, by: call.method,
                span: Double(time + 1)...Double(time + 2), of: claim, at: Stamp(milliseconds: (time + 1) * 1_000))
            _ = try await ledger.finish(claim, .done, now: Stamp(milliseconds: (time + 2) * 1_000))
            try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: time + 2))
            #expect(try await ledger.jobs(most: 1).first?.depth == 1)
            let echo = try await self.claim(at: time + 3)
            _ = try await ledger.finish(echo, .done, now: Stamp(milliseconds: (time + 3) * 1_000))
        }
        #expect(told.news.withLock { $0.isEmpty })
    }

    @Test func `two comments of a task within one second are two events, and none stands for the other`() async throws {
        let reception = reception([
            try SampleScript.handler(["ONTASKCOMMENTADD", "ONTASKCOMMENTUPDATE"], name: "a.lua")
        ])
        for name in ["ONTASKCOMMENTADD", "ONTASKCOMMENTUPDATE"] {
            for comment in [5, 6, 6] {
                let data: JSONValue = ["FIELDS_AFTER": ["TASK_ID": "12", "ID": .string("\(comment)")]]
                try await reception.take(
                    IncomingEvent(
                        portal: "main", name: name, handlerID: "7", data: data.bytes, timestamp: 1_000,
                        body: JSONValue.object(["event": .string(name), "data": data]).bytes, received: 1_000))
            }
        }
        #expect(try await ledger.events(most: 10).count == 4)
        #expect(try await ledger.jobs(JobFilter(states: [.waiting]), most: 10).count == 4)
    }

    @Test func `forty changes that a script makes at once are one run and no loop`() async throws {
        let script = try SampleScript.handler(["ONCRMDEALUPDATE"], name: "a.lua")
        let reception = reception([script])
        try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: 990))
        let claim = try await claim(at: 1_010)
        for row in 0..<40 {
            let call = PortalCall("crm.deal.update", ["id": 5, "fields": ["TITLE": .string("\(row)")]])
            own.note(
                try #require(CallSubject(call)), number: row, by: call.method, of: claim,
                at: Stamp(milliseconds: 1_000_000))
            try await reception.take(event("ONCRMDEALUPDATE", id: 5, at: 1_000 + row))
        }
        #expect(told.news.withLock { $0.isEmpty })
        #expect(try await ledger.jobs(JobFilter(states: [.stopped]), most: 10).isEmpty)
        #expect(try await ledger.jobs(JobFilter(states: [.waiting]), most: 10).map(\.merged) == [39])
    }

    @Test func `pulled events are recorded together with the place where to go on`() async throws {
        let reception = reception([try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua")])
        let pulled = PulledEvent(
            event: "ONCRMDEALADD", data: ["FIELDS": ["ID": 5]], at: 1_000, identity: "poll:crm.deal:5")
        let cursor = Cursor(portal: "main", name: "poll.crm.deal", value: [1])
        try await reception.take([pulled, pulled], of: "main", source: "poll", cursor: cursor)
        #expect(try await ledger.jobs(most: 10).count == 1)
        #expect(try await ledger.cursor(portal: "main", name: "poll.crm.deal") == [1])
        #expect(try await ledger.events(most: 10).first?.source == "poll")
    }

    @Test func `a handler of another portal gets no job`() async throws {
        let reception = reception([
            try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua", ["portal": "main"]),
            try SampleScript.handler(["ONCRMDEALADD"], name: "b.lua", ["portal": "perm"]),
        ])
        try await reception.take(event("ONCRMDEALADD", id: 5))
        #expect(try await ledger.jobs(most: 10).map(\.script) == ["a.lua"])
    }

    @Test func `an event that can't be written is refused with the reason, which is told`() async throws {
        let reception = reception([try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua")])
        ledger.close()
        let refusal = await #expect(throws: DeskRefusal.self) {
            try await reception.take(event("ONCRMDEALADD", id: 5))
        }
        #expect(refusal == .failed("\(LedgerError.closed)"))
        #expect(told.unrecorded.withLock { $0 } == [.closed])
    }

    @Test func `an event that comes when too much waits to be written is put off`() async throws {
        let full = try Ledger(path: ledger.path, role: .beside, options: LedgerOptions(mostPending: 0))
        defer { full.close() }
        let reception = reception(in: full, [try SampleScript.handler(["ONCRMDEALADD"], name: "a.lua")])
        let refusal = await #expect(throws: DeskRefusal.self) {
            try await reception.take(event("ONCRMDEALADD", id: 5))
        }
        #expect(refusal == .busy)
        #expect(told.unrecorded.withLock { $0 } == [.busy])
        #expect(try await ledger.events(most: 9).isEmpty)
    }
}
