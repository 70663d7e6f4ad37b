import JSON
import Ledger
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
    private let log = KeptLog()

    /// A clock that is set by hand.
    private final class Time: Sendable {
        let seconds = Mutex(0)
        let news = Mutex<[String]>([])

        func set(_ text: String) { seconds.withLock { $0 = Moment(iso8601: text)?.unixSeconds ?? 0 } }
    }

    private var warnings: [String] { log.lines.filter { $0.hasPrefix("warning: ") } }

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: "\(folder.path)/ledger.sqlite", role: .beside)
    }

    private func slots() -> SlotClock {
        SlotClock(
            ledger: ledger, calendar: WorkingCalendar(),
            clock: ServeClock(
                now: { [time] in Stamp(milliseconds: time.seconds.withLock { $0 } * 1_000) }, sleep: { _ in }),
            logger: log.logger
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

    @Test func `a schedule that is changed while its slot is settled goes on by the new one`() async throws {
        for round in 0..<20 {
            time.set("2026-11-27T08:59:00Z")
            let slots = slots()
            let (old, new) = try (script("0 9 * * *"), script("0 10 * * *"))
            try await ledger.forget(portal: "main", script: "a.lua")
            try await slots.plan(by: [old])
            time.set("2026-11-27T09:00:00Z")
            async let settling: Void = slots.settleDue()
            async let planning: Void = slots.plan(by: [new])
            _ = try await (settling, planning)
            let next = Moment(iso8601: "2026-11-27T10:00:00Z")
            #expect(await slots.upcoming["a.lua"]?.moment == next, "round \(round)")
            let plan = try await ledger.plans(portal: "main")["a.lua"]
            #expect(plan?.next?.moment == next && plan?.digest == new.planDigest)
            #expect(plan?.through.moment == Moment(iso8601: "2026-11-27T09:00:00Z"))
        }
    }

    @Test(arguments: [false, true])
    func `a clock that was ahead by years stops nothing when it is right again, and that is told`(
        isRestarted: Bool
    ) async throws {
        time.set("2026-11-27T08:59:00Z")
        let first = slots()
        let hourly = try script("0 * * * *")
        try await first.plan(by: [hourly])
        time.set("2036-11-27T09:30:00Z")
        try await first.settleDue()
        time.set("2026-11-27T09:10:00Z")
        let second = isRestarted ? slots() : first
        if isRestarted { try await second.plan(by: [hourly]) }
        try await second.settleDue()
        #expect(warnings.filter { $0.contains("the clock was ahead") }.count == 1)
        #expect(await second.upcoming["a.lua"]?.moment == Moment(iso8601: "2026-11-27T10:00:00Z"))
        time.set("2026-11-27T10:00:00Z")
        try await second.settleDue()
        // The job of 2036 didn't begin, so nothing of it is left.
        #expect(try await dues() == ["2026-11-27T10:00"])
    }

    @Test func `slots of a schedule that was changed while the program was stopped are recorded and told`()
        async throws
    {
        time.set("2026-11-27T08:00:00Z")
        try await slots().plan(by: [script("0 * * * *")])
        time.set("2026-11-27T10:30:00Z")
        let slots = slots()
        try await slots.plan(by: [script("0 12 * * *")])
        try await slots.settleDue()
        #expect(try await dues() == ["2026-11-27T09:00 skipped", "2026-11-27T10:00 skipped"])
        let reason = try await ledger.slots(portal: "main", script: "a.lua", most: 1).first?.skipped
        #expect(reason == "the schedule was changed meanwhile")
        #expect(time.news.withLock { $0 } == ["missed a.lua 2"])
        #expect(await slots.upcoming["a.lua"]?.moment == Moment(iso8601: "2026-11-27T12:00:00Z"))
    }

    @Test func `an earlier schedule that can't be read back is told`() async throws {
        time.set("2026-11-27T08:00:00Z")
        let plan = Plan(digest: "0 9 * * *\nAsia/Nowhere\n", through: Stamp(milliseconds: 0), next: nil)
        try await ledger.setPlans(portal: "main", ["a.lua": plan], now: Stamp(milliseconds: 0))
        try await slots().plan(by: [script("0 9 * * *")])
        #expect(warnings.count == 1 && warnings.first?.contains("can't be read back") == true)
        #expect(try await dues().isEmpty)
    }

    @Test func `the same schedule that is only written otherwise goes on`() async throws {
        time.set("2026-11-27T08:00:00Z")
        let plan = Plan(digest: "0 * * * *\nUTC\nEvery Day", through: Stamp(milliseconds: 0), next: nil)
        var kept = plan
        kept.through = Stamp(Moment(iso8601: "2026-11-27T06:30:00Z") ?? .earliest)
        try await ledger.setPlans(portal: "main", ["a.lua": kept], now: Stamp(milliseconds: 0))
        let slots = slots()
        try await slots.plan(by: [script("0 * * * *")])
        try await slots.settleDue()
        #expect(try await dues() == ["2026-11-27T07:00 skipped", "2026-11-27T08:00"])
    }

    @Test func `a schedule that never comes is told once`() async throws {
        time.set("2026-11-27T08:00:00Z")
        let slots = slots()
        let never = try script("0 9 15 * *", ["days": "first working day of the month"])
        try await slots.plan(by: [never])
        try await slots.plan(by: [never, SampleScript.served(["kind": "job", "schedule": "0 9 * * *"], name: "b.lua")])
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("\"0 9 15 * *\" with days = \"first working day of the month\"") == true)
    }

    @Test(arguments: [false, true])
    func `a script that can't be loaded keeps its plan, and goes on from there when it is mended`(
        isRestarted: Bool
    ) async throws {
        time.set("2026-11-27T08:00:00Z")
        let first = slots()
        try await first.plan(by: [script("0 * * * *")])
        time.set("2026-11-27T08:30:00Z")
        let second = isRestarted ? slots() : first
        try await second.plan(by: [], keeping: ["a.lua"])
        time.set("2026-11-27T10:30:00Z")
        try await second.settleDue()
        #expect(try await dues().isEmpty)
        #expect(try await ledger.plans(portal: "main").count == 1)
        try await second.plan(by: [script("0 * * * *")])
        try await second.settleDue()
        #expect(try await dues() == ["2026-11-27T09:00 skipped", "2026-11-27T10:00"])
        try await second.plan(by: [])
        #expect(try await ledger.plans(portal: "main").isEmpty)
    }
}
