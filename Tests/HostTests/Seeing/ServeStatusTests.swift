import Alerts
import Ledger
import Testing
import Timetable
import Trials

@testable import Host

@Suite("How serve is")
struct ServeStatusTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    private func concerns() async throws -> [String] {
        // That no daemon runs is said besides.
        try await ServeStatus(of: place.ledger, now: place.now).concerns.filter { !$0.hasPrefix("no daemon") }
    }

    @Test func `troubles that only a person can end are concerns, and what ends by itself isn't`() async throws {
        let desk = try await place.desk([])
        for (kind, text) in [
            (.credential, "it is refused"), (.unreachable, "it is away"), (.missed, "a slot was not run"),
            (.loop, "it goes round"), (.late, "it is late"),
        ] as [(AlertKind, String)] {
            await desk.happened(kind, portal: "main", subject: "a", text)
        }
        #expect(
            try await concerns().sorted() == [
                "a, credential: it is refused", "a, loop: it goes round", "a, missed: a slot was not run",
                "a, unreachable: it is away",
            ])
        await desk.recovered([.credential, .loop, .missed, .unreachable], portal: "main", subject: "a")
        #expect(try await concerns().isEmpty)
    }

    @Test func `jobs of a script that is gone wait for a person`() async throws {
        for _ in 1...2 {
            _ = try await place.ledger.addJob(portal: "main", script: "gone.lua", by: "anna", now: place.now)
        }
        var settings = Settings()
        settings.path = "\(place.folder.path)/lunokhod.yaml"
        let scripts = try await WorkspaceScripts(
            settings: settings, environment: [:], sandbox: BuiltCell.sandbox, ledger: place.ledger,
            now: place.now.moment)
        var status = try await ServeStatus(of: place.ledger, now: place.now)
        #expect(status.concerns.count == 1)
        status.add(scripts, now: place.now)
        #expect(
            status.concerns.last
                == "2 jobs wait for gone.lua, which is gone: put it back, or `lunokhod cancel --script gone.lua`")
    }

    @Test func `a slot that was due is overdue when the daemon should have decided it`() throws {
        let rule = ScheduleRule(schedules: [try Schedule("0 * * * *")], zone: .utc)
        var script = WorkspaceScripts.Scheduled(
            script: "a.lua", portal: "main", rule: rule, calendar: WorkingCalendar())
        let due = Moment(unixSeconds: 7_200)
        #expect(script.overdue(at: Moment(unixSeconds: 9_000), patience: 60) == nil)
        script.through = Moment(unixSeconds: 3_600)
        #expect(script.overdue(at: Moment(unixSeconds: 7_259), patience: 60) == nil)
        #expect(script.overdue(at: Moment(unixSeconds: 7_260), patience: 60) == due)
        script.through = due
        #expect(script.overdue(at: Moment(unixSeconds: 9_000), patience: 60) == nil)
    }
}
