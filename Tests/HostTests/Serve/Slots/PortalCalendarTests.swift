import Bitrix24
import DemoPortal
import Ingress
import JSON
import Ledger
import Synchronization
import Testing
import Timetable
import Trials

@testable import Host

@Suite("The calendar of the portal")
struct PortalCalendarTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    private var slots: SlotClock {
        SlotClock(ledger: place.ledger, calendar: WorkingCalendar(), clock: place.clock, logger: place.logger) { _ in }
    }

    /// Looks after slots until somebody sleeps for the `count`th time, and tells how long each sleep is.
    private func pauses(_ count: Int, webhook: String, isNeeded: Bool = true) async throws -> [Double] {
        var options = PortalOptions()
        (options.policy.attempts, options.policy.attemptsUnreachable) = (1, 1)
        let portal = try Portal(credential: .webhook(try Webhook(webhook)), options: options)
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: EventSettings(), isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        let pauses = Mutex<[Double]>([])
        let clock = ServeClock(
            now: { place.now },
            sleep: { seconds in
                let all = pauses.withLock { pauses in
                    pauses.append(seconds)
                    return pauses.count
                }
                if all == count { throw CancellationError() }
            })
        await PortalCalendar(portal: served, ledger: place.ledger, logger: place.logger)
            .look(after: slots, by: clock) { isNeeded }
        await portal.shutdown()
        return pauses.withLock { $0 }
    }

    private var kept: WorkingCalendar? {
        get async throws { try await PortalCalendar.kept(in: place.ledger, portal: "main") }
    }

    @Test func `a portal that can't be reached is asked again after a minute, and later after half an hour`()
        async throws
    {
        let pauses = try await pauses(7, webhook: HeldCalls.webhook)
        #expect(pauses == [60, 120, 240, 480, 960, 1_800, 1_800])
        #expect(place.log.lines.count { $0.contains("working days can't be read") } == 1)
    }

    @Test func `what the portal has said holds for hours and is kept`() async throws {
        try await DemoPortal(options: DemoPortalOptions()).serve { address in
            let pauses = try await pauses(2, webhook: address.webhook)
            #expect(pauses == [21_600, 21_600])
        }
        #expect(try await kept != nil)
        #expect(place.log.lines.isEmpty)
    }

    @Test func `a webhook without the right is told once, with what to do`() async throws {
        var options = DemoPortalOptions()
        options.scopes = ["crm"]
        try await DemoPortal(options: options).serve { address in
            let pauses = try await pauses(3, webhook: address.webhook)
            #expect(pauses == [60, 120, 240])
        }
        let told = place.log.lines.filter { $0.contains("working days can't be read") }
        #expect(told.count == 1 && told.first?.contains("the right 'calendar'") == true)
        #expect(try await kept == nil)
    }

    @Test func `a portal whose working days nobody counts is not asked`() async throws {
        let pauses = try await pauses(2, webhook: HeldCalls.webhook, isNeeded: false)
        #expect(pauses == [60, 60])
        #expect(place.log.lines.isEmpty)
    }

    @Test func `after a restart the first plan goes by the calendar that was kept`() async throws {
        // The second of January of 1970 was a Friday.
        let settings: JSONValue = ["week_holidays": ["SA", "SU"], "year_holidays": "2.01"]
        try await place.ledger.setCursor(Cursor(portal: "main", name: "calendar", value: settings.bytes))
        let clock = ServeClock(now: { Stamp(milliseconds: 0) }, sleep: { _ in })
        let slots = SlotClock(
            ledger: place.ledger, calendar: WorkingCalendar(), clock: clock, logger: place.logger
        ) { _ in }
        let portal = try Portal(credential: .webhook(try Webhook(HeldCalls.webhook)))
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: EventSettings(), isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        try await PortalCalendar.restore(of: [served], from: place.ledger, to: slots)
        await portal.shutdown()
        let members: JSONObject = ["kind": "job", "schedule": "0 9 * * 5", "days": "working days"]
        try await slots.plan(by: [try SampleScript.served(members, name: "a.lua")])
        let next = try #require(await slots.upcoming["a.lua"])
        #expect(Zone.utc.iso8601(next.moment).hasPrefix("1970-01-09"))
    }
}
