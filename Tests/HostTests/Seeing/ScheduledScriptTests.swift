import Ledger
import Testing
import Timetable

@testable import Host

@Suite("When a script of the workspace will run")
struct ScheduledScriptTests {
    private let now = Moment(iso8601: "2026-11-27T08:30:00Z") ?? .earliest

    private func next(through: String? = nil, ran: [String] = []) throws -> [String] {
        let rule = ScheduleRule(schedules: [try Schedule("0 * * * *")], zone: .utc)
        var script = WorkspaceScripts.Scheduled(
            script: "a.lua", portal: "main", rule: rule, calendar: WorkingCalendar())
        script.through = through.flatMap { Moment(iso8601: $0) }
        script.ran = Set(ran.compactMap { Moment(iso8601: $0) })
        return script.next(after: now, most: 2).map { String(Zone.utc.iso8601($0).dropFirst(11).prefix(5)) }
    }

    @Test func `slots come after now, whether the plan is new or stands at an earlier moment`() throws {
        #expect(try next() == ["09:00", "10:00"])
        #expect(try next(through: "2026-11-27T05:00:00Z") == ["09:00", "10:00"])
    }

    @Test func `what ran before the clock was set back doesn't run again`() throws {
        #expect(try next(through: "2026-11-27T08:30:00Z", ran: ["2026-11-27T09:00:00Z"]) == ["10:00", "11:00"])
    }

    @Test func `a plan that a clock has made years ahead is not waited for`() throws {
        #expect(try next(through: "2036-11-27T05:00:00Z") == ["09:00", "10:00"])
    }
}
