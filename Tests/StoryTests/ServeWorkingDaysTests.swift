import DemoPortal
import JSON
import Ledger
import Testing
import Timetable

/// The real `lunokhod serve` counts working days by the calendar of the portal.
@Suite struct ServeWorkingDaysTests {
    private let daily = """
        return job { schedule = "0 9 * * *", zone = "Europe/Moscow", days = "working days", run = function() end }
        """
    /// Those of the demo portal, as the end of a date.
    private static let holidays = [
        "01-01", "01-02", "01-07", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04",
    ]

    /// The dates that the schedule shows.
    private func dates(_ served: ServedWorkspace) async throws -> [CivilDate] {
        let result = try await served.program.run("schedule", "--count", "600", "--json")
        #expect(result.code == 0, "\(result.errors)")
        let told = try JSONValue(parsing: Array(result.output.utf8))
        return try (told["scripts"]?[0]?["next"]?.array ?? []).map {
            let text = try #require($0.string)
            #expect(text.hasSuffix("T09:00:00+03:00"))
            return try #require(CivilDate(iso: String(text.prefix(10))))
        }
    }

    private func isWorked(_ date: CivilDate) -> Bool {
        let day = String("\(date)".suffix(5))
        if day == "12-31" { return true }
        // 1970-01-01 was a Thursday.
        return ((date.daysSinceEpoch + 3) % 7) < 5 && !Self.holidays.contains(day)
    }

    private func expectWorkingDays(_ dates: [CivilDate]) throws {
        let (first, last) = (try #require(dates.first), try #require(dates.last))
        let all = (first.daysSinceEpoch...last.daysSinceEpoch).map { CivilDate(daysSinceEpoch: $0) }
        #expect(dates == all.filter(isWorked))
        #expect(dates.count == 600)
    }

    private func waitForCalendar(_ served: ServedWorkspace) async throws {
        let ledger = try served.ledger()
        defer { ledger.close() }
        try await ServedWorkspace.soon { try await ledger.cursor(portal: "main", name: "calendar") != nil }
    }

    @Test func `a job runs on the working days of the portal, also after a start that can't ask for them`() async throws
    {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(["daily.lua": daily], address)
            let before = try await dates(served)
            let holidays = before.filter { Self.holidays.contains(String("\($0)".suffix(5))) }
            #expect(!holidays.isEmpty, "nobody has asked yet")
            try await served.serve { _ in try await waitForCalendar(served) }
            try expectWorkingDays(try await dates(served))

            var others = DemoPortalOptions()
            others.scopes = ["crm"]
            try await DemoPortal(options: others).serve { poor in
                try served.workspace.write("main.webhook", poor.webhook, mode: 0o600)
                let ending = try await served.serve { _ in
                    try await ServedWorkspace.soon { !served.lines("working days can't be read").isEmpty }
                }
                #expect(ending.isClean)
                try expectWorkingDays(try await dates(served))
            }
        }
    }

    @Test func `the slot that is planned follows the portal's calendar`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(["daily.lua": daily], address)
            try await served.serve { _ in
                try await waitForCalendar(served)
                let first = try #require(try await dates(served).first)
                let ledger = try served.ledger()
                defer { ledger.close() }
                try await ServedWorkspace.soon {
                    let next = try await ledger.plans(portal: "main")["scripts/daily.lua"]?.next
                    let zone = try Zone(identifier: "Europe/Moscow")
                    return next.map { zone.date(at: Moment(unixSeconds: $0.milliseconds / 1_000)) } == first
                }
            }
        }
    }
}
