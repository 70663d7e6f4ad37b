import Bitrix24
import JSON
import Ledger
import Logging
import Timetable

/// The working days by the portal's calendar, and what they were when it was last asked.
struct PortalCalendar: Sendable {
    let portal: ServedPortal
    let ledger: Ledger
    let logger: Logger

    private static let cursor = "calendar"
    /// How long what the portal said holds, and how often it is looked whether somebody needs it, in seconds.
    private static let (lasting, watching) = (21_600.0, 60.0)
    /// How long is waited after asks that were of no use: a minute first, half an hour at most.
    private static let retrying = PollPace(interval: 30, slowest: 1_800)

    /// Has slots begin with the calendars that were found last. Without that the first ones after a start would be
    /// decided by another calendar than those before it.
    static func restore(
        of portals: [ServedPortal], from ledger: Ledger, to slots: SlotClock
    ) async throws(LedgerError) {
        for portal in portals {
            guard let kept = try await kept(in: ledger, portal: portal.name) else { continue }
            try await slots.use(kept, of: portal.name)
        }
    }

    /// Keeps the slots' working days as the portal has them, until the task is cancelled. A portal is asked only while a
    /// script of it counts working days.
    func look(after slots: SlotClock, by clock: ServeClock, isNeeded: () async -> Bool) async {
        var failures = 0
        var said: String?
        while !Task.isCancelled {
            var pause = Self.watching
            if await isNeeded() {
                do {
                    let found = try await ask()
                    (failures, said, pause) = (0, nil, Self.lasting)
                    // What can't be recorded now, the slots' clock tries again by itself.
                    try? await slots.use(found, of: portal.name)
                } catch {
                    failures += 1
                    pause = Self.retrying.pause(failures: failures)
                    let sentence = sentence(of: error)
                    if said != sentence { logger.warning("\(sentence)", metadata: ["portal": "\(portal.name)"]) }
                    said = sentence
                }
            }
            guard (try? await clock.sleep(pause)) != nil else { return }
        }
    }

    /// What was found last; nil if nothing was, or there is no ledger.
    static func kept(in ledger: Ledger?, portal: String) async throws(LedgerError) -> WorkingCalendar? {
        guard let bytes = try await ledger?.cursor(portal: portal, name: cursor),
            let value = try? JSONValue(parsing: bytes)
        else { return nil }
        return try? calendar(in: value)
    }

    /// Asks the portal, and keeps what it says.
    private func ask() async throws -> WorkingCalendar {
        let caller = portal.portal.caller(.schedule)
        let reply = try await portal.portal.call(PortalCall("calendar.settings.get"), by: caller, patience: 60)
        let found = try Self.calendar(in: try JSONValue(parsing: reply.resultBytes))
        try await ledger.setCursor(Cursor(portal: portal.name, name: Self.cursor, value: Array(reply.resultBytes)))
        return found
    }

    private func sentence(of error: any Error) -> String {
        if let error = error as? PortalError, error.lacksScope {
            return """
                the portal's working days can't be read, so the known ones go on: give the webhook or the application \
                the right 'calendar', or name the days in the settings below 'calendar'
                """
        }
        return "the portal's working days can't be read, so the known ones go on: \(error)"
    }

    private static func calendar(in value: JSONValue) throws(ScheduleError) -> WorkingCalendar {
        let week = value["week_holidays"]?.array?.compactMap(\.string)
        return try WorkingCalendar(
            weekHolidays: week ?? ["SA", "SU"], yearHolidays: value["year_holidays"]?.string ?? "",
            yearWorkdays: value["year_workdays"]?.string ?? "")
    }
}

extension PortalError {
    /// Whether the credential may not do what was asked for.
    fileprivate var lacksScope: Bool { code.uppercased() == "INSUFFICIENT_SCOPE" }
}
