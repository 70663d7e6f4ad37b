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
