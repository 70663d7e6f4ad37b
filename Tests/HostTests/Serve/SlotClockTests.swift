import JSON
import Ledger
import Logging
import Synchronization
import Testing
import Timetable
import Trials

@testable import Host

@Suite("The clock of the schedules")
struct SlotClockTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let time = Time()

    /// A clock that is set by hand.
    private final class Time: Sendable {
        let seconds = Mutex(0)
        let news = Mutex<[String]>([])

        func set(_ text: String) { seconds.withLock { $0 = Moment(iso8601: text)?.unixSeconds ?? 0 } }
    }

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private func slots() -> SlotClock {
        SlotClock(
            ledger: ledger, calendar: WorkingCalendar(),
            clock: ServeClock(
                now: { [time] in Stamp(milliseconds: time.seconds.withLock { $0 } * 1_000) }, sleep: { _ in }),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { [time] news in
            switch news {
            case .missed(let name, _, let count, _): time.news.withLock { $0.append("missed \(name) \(count)") }
            case .late(let name, _, _, _): time.news.withLock { $0.append("late \(name)") }
            case .unrecorded: break
            }
        }
    }

    private func script(_ schedule: String, _ more: JSONObject = [:]) throws -> ServedScript {
        var members = more
        members["kind"] = "job"
        members["schedule"] = .string(schedule)
        return try SampleScript.served(members, name: "a.lua")
    }

    private func dues(on portal: String = "main") async throws -> [String] {
        try await ledger.slots(portal: portal, script: "a.lua", most: 100).reversed().map {
            Zone.utc.iso8601($0.due.moment).prefix(16) + ($0.job == nil ? " skipped" : "")
        }
    }

    @Test func `a slot becomes a job when it is due, and only once`() async throws {
        time.set("2026-11-27T08:59:59Z")
        let slots = slots()
        try await slots.plan(by: [script("0 9 * * *")])
        try await slots.settleDue()
        #expect(try await ledger.jobs(most: 10).isEmpty)
        time.set("2026-11-27T09:00:00Z")
        try await slots.settleDue()
        try await slots.settleDue()
        #expect(try await dues() == ["2026-11-27T09:00"])
        let next = await slots.upcoming["a.lua"]
        #expect(next?.moment == Moment(iso8601: "2026-11-28T09:00:00Z"))
    }

    @Test func `a new start goes on where the last one ended, and a missed slot is made up for once and told`()
        async throws
    {
        time.set("2026-11-27T08:00:00Z")
        try await slots().plan(by: [script("0 * * * *")])
        time.set("2026-11-27T11:30:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 * * * *")])
        try await slots.settleDue()
        #expect(
            try await dues() == ["2026-11-27T09:00 skipped", "2026-11-27T10:00 skipped", "2026-11-27T11:00"])
        let told = time.news.withLock { $0 }
        #expect(told == ["missed a.lua 2", "late a.lua"])
    }

    @Test func `a clock that is set back gives no slot a second job`() async throws {
        time.set("2026-11-27T08:59:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 9 * * *")])
        time.set("2026-11-27T09:00:10Z")
        try await slots.settleDue()
        time.set("2026-11-27T08:50:00Z")
        try await slots.settleDue()
        time.set("2026-11-27T09:00:00Z")
        try await slots.settleDue()
        #expect(try await dues() == ["2026-11-27T09:00"])
    }

    @Test func `a script whose schedule was changed is planned anew from now`() async throws {
        time.set("2026-11-27T08:00:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 9 * * *")])
        time.set("2026-11-27T08:30:00Z")
        try await slots.plan(by: [script("0 8 * * *")])
        let next = await slots.upcoming["a.lua"]
        #expect(next?.moment == Moment(iso8601: "2026-11-28T08:00:00Z"))
        time.set("2026-11-27T10:00:00Z")
        try await slots.settleDue()
        #expect(try await dues().isEmpty)
        try await slots.plan(by: [])
        #expect(try await ledger.plans(portal: "main").isEmpty)
    }

    @Test func `a paused script's slots are recorded as skipped`() async throws {
        time.set("2026-11-27T08:59:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 9 * * *")])
        _ = try await ledger.pause(
            portal: "main", script: "a.lua", reason: "holidays", by: "anna", now: Stamp(milliseconds: 0))
        time.set("2026-11-27T09:00:00Z")
        try await slots.settleDue()
        let slot = try #require(try await ledger.slots(portal: "main", script: "a.lua", most: 1).first)
        #expect(slot.job == nil)
        #expect(slot.skipped == "the script is paused")
    }

    @Test func `a newer slot takes the place of one that waits, where the script wants that`() async throws {
        time.set("2026-11-27T08:59:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 * * * *", ["overlap": "replace"])])
        for hour in ["09", "10"] {
            time.set("2026-11-27T\(hour):00:00Z")
            try await slots.settleDue()
        }
        let states = try await ledger.jobs(most: 10).map(\.state)
        #expect(states == [.waiting, .cancelled])
    }

    @Test func `of two slots that come at once, the newer takes the older one's place, where the script wants that`()
        async throws
    {
        time.set("2026-11-27T08:59:00Z")
        let slots = slots()
        try await slots.plan(by: [script("* * * * *", ["overlap": "replace", "grace": "5m"])])
        time.set("2026-11-27T09:01:00Z")
        try await slots.settleDue()
        #expect(try await ledger.jobs(most: 10).map(\.state) == [.waiting, .cancelled])
    }

    @Test func `a script's slots, jobs and pauses are its own portal's`() async throws {
        time.set("2026-11-27T08:59:00Z")
        let slots = slots()
        try await slots.plan(by: [
            script("0 9 * * *", ["portal": "perm"]),
            SampleScript.served(["kind": "job", "schedule": "0 9 * * *"], name: "b.lua"),
        ])
        _ = try await ledger.pause(
            portal: "main", script: "a.lua", reason: "it is another portal's", by: "anna", now: Stamp(milliseconds: 0))
        time.set("2026-11-27T09:00:00Z")
        try await slots.settleDue()
        #expect(try await dues(on: "perm") == ["2026-11-27T09:00"])
        #expect(try await dues().isEmpty)
        let jobs = try await ledger.jobs(most: 10).map { "\($0.script) on \($0.portal)" }
        #expect(Set(jobs) == ["a.lua on perm", "b.lua on main"])
        #expect(try await ledger.plans().mapValues { Array($0.keys) } == ["perm": ["a.lua"], "main": ["b.lua"]])
    }

    @Test(arguments: [false, true])
    func `a script that gets another portal is planned anew there, and its old plan is gone`(
        isRestarted: Bool
    ) async throws {
        time.set("2026-11-27T08:00:00Z")
        let first = slots()
        try await first.plan(by: [script("0 * * * *")])
        time.set("2026-11-27T10:30:00Z")
        let second = isRestarted ? slots() : first
        try await second.plan(by: [script("0 * * * *", ["portal": "perm"])])
        try await second.settleDue()
        #expect(try await ledger.plans().keys.sorted() == ["perm"])
        #expect(try await ledger.jobs(most: 10).isEmpty)
        time.set("2026-11-27T11:00:00Z")
        try await second.settleDue()
        #expect(try await dues(on: "perm") == ["2026-11-27T11:00"])
        #expect(try await dues().isEmpty)
    }

    @Test func `working days are those of the script's portal`() async throws {
        time.set("2026-11-27T12:00:00Z")
        let slots = slots()
        let others: JSONObject = ["kind": "job", "schedule": "0 9 * * *", "days": "working days"]
        try await slots.plan(by: [
            script("0 9 * * *", ["days": "working days", "portal": "perm"]),
            SampleScript.served(others, name: "b.lua"),
        ])
        // There Saturday, the 28th, is worked.
        try await slots.use(
            try WorkingCalendar(weekHolidays: ["SU"], yearHolidays: "", yearWorkdays: ""), of: "perm")
        let next = await slots.upcoming.mapValues { Zone.utc.iso8601($0.moment).prefix(10) }
        #expect(next == ["a.lua": "2026-11-28", "b.lua": "2026-11-30"])
    }

    @Test func `a calendar that comes before anything is planned loses no plan`() async throws {
        time.set("2026-11-27T08:00:00Z")
        try await slots().plan(by: [script("0 9 * * *")])
        let slots = slots()
        try await slots.use(
            try WorkingCalendar(weekHolidays: ["SU"], yearHolidays: "", yearWorkdays: ""), of: "main")
        #expect(try await ledger.plans(portal: "main").count == 1)
    }
}
