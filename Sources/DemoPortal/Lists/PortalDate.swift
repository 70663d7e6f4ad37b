import Timetable

/// Dates as requests write them.
enum PortalDate {
    /// Reads `2026-11-16`, `2026-11-16T09:00:00+03:00`, `2026-11-16 09:00:00`, `16.11.2026`, `16.11.2026 09:00:00`;
    /// without an offset in the portal's zone. Seconds since 1970, nil for anything else.
    static func seconds(_ text: String, zone: Zone) -> Int? {
        if let moment = Moment(iso8601: text) { return moment.unixSeconds }
        guard text.utf8.count >= 10, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard let date = date(String(text.prefix(10))) else { return nil }
        var rest = text.dropFirst(10)
        if rest.isEmpty { return zone.moment(of: date).unixSeconds }
        guard let separator = rest.popFirst(), separator == " " || separator == "T",
            let time = CivilTime(iso: String(rest.prefix { $0 != "." }))
        else { return nil }
        return zone.moment(of: date, time).unixSeconds
    }

    private static func date(_ text: String) -> CivilDate? {
        if let date = CivilDate(iso: text) { return date }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4 else { return nil }
        return CivilDate(iso: "\(parts[2])-\(parts[1])-\(parts[0])")
    }
}
