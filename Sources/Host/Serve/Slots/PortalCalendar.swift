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

    /// Keeps the slots' working days as the portal has them, until the task is cancelled. A portal is asked only while a
    /// script of it counts working days.
    func look(after slots: SlotClock, by clock: ServeClock, isNeeded: () async -> Bool) async {
        if let kept = try? await Self.kept(in: ledger, portal: portal.name) {
            try? await slots.use(kept, of: portal.name)
        }
        while !Task.isCancelled {
            let isNeeded = await isNeeded()
            if isNeeded, let found = await ask() { try? await slots.use(found, of: portal.name) }
            guard (try? await clock.sleep(isNeeded ? Self.lasting : Self.watching)) != nil else { return }
        }
    }

    /// What was found last; nil if nothing was, or there is no ledger.
    static func kept(in ledger: Ledger?, portal: String) async throws(LedgerError) -> WorkingCalendar? {
        guard let bytes = try await ledger?.cursor(portal: portal, name: cursor),
            let value = try? JSONValue(parsing: bytes)
        else { return nil }
        return try? calendar(in: value)
    }

    /// Asks the portal; nil if that is of no use, which is told.
    func ask() async -> WorkingCalendar? {
        do {
            let caller = portal.portal.caller(.schedule)
            let reply = try await portal.portal.call(PortalCall("calendar.settings.get"), by: caller, patience: 60)
            let found = try Self.calendar(in: try JSONValue(parsing: reply.resultBytes))
            try await ledger.setCursor(
                Cursor(portal: portal.name, name: Self.cursor, value: Array(reply.resultBytes)))
            return found
        } catch {
            logger.warning(
                "the portal's working days can't be read, so the known ones go on: \(error)",
                metadata: ["portal": "\(portal.name)"])
            return nil
        }
    }

    private static func calendar(in value: JSONValue) throws(ScheduleError) -> WorkingCalendar {
        let week = value["week_holidays"]?.array?.compactMap(\.string)
        return try WorkingCalendar(
            weekHolidays: week ?? ["SA", "SU"], yearHolidays: value["year_holidays"]?.string ?? "",
            yearWorkdays: value["year_workdays"]?.string ?? "")
    }
}
