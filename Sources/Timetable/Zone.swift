/// A time zone of the IANA database: what the clocks on the wall show at a moment, and back.
///
/// The zones are read from the system's TZif files. (A statically linked Foundation knows no IANA zones without ICU,
/// which costs 30 MB and a slower start.) Two zones are equal if their names and their data are.
public struct Zone: Hashable, Sendable {
    /// The name in the IANA database, such as `Europe/Moscow`.
    public let identifier: String
    private let shared: Shared

    /// The data, which all copies of a zone have in common: a hundred thousand scripts may be in one zone.
    private final class Shared: Sendable {
        let table: ZoneTable

        init(_ table: ZoneTable) {
            self.table = table
        }
    }

    var table: ZoneTable {
        shared.table
    }

    /// Coordinated Universal Time; needs no files.
    public static let utc = Zone(identifier: "UTC", table: .utc)

    init(identifier: String, table: ZoneTable) {
        self.identifier = identifier
        shared = Shared(table)
    }

    /// A zone from the bytes of a TZif file (RFC 8536, versions 1 to 4).
    ///
    /// - Throws: `ZoneError.malformed` for bytes that are not a sound file, and for files that count leap seconds.
    public init(identifier: String, tzif: [UInt8]) throws(ZoneError) {
        do {
            self.init(identifier: identifier, table: try ZoneTable(tzif: tzif))
        } catch {
            throw ZoneError.malformed(identifier: identifier, reason: error.reason)
        }
    }

    /// Seconds that the clocks of the zone are ahead of UTC (negative: behind) at that moment.
    public func offset(at moment: Moment) -> Int {
        table.offset(at: moment.unixSeconds)
    }

    /// What calendar and clock show in the zone at that moment.
    public func civil(at moment: Moment) -> (CivilDate, CivilTime) {
        let local = moment.unixSeconds + offset(at: moment)
        let days = local.dividedDown(by: 86_400)
        return (CivilDate(daysSinceEpoch: days), CivilTime(secondsSinceMidnight: local - days * 86_400))
    }

    /// The date in the zone at that moment.
    public func date(at moment: Moment) -> CivilDate {
        civil(at: moment).0
    }

    /// The moment when calendar and clock of the zone show that date and time.
    ///
    /// Where the clocks jump over that time, the first moment after the jump; where they show it twice, the first of
    /// the two.
    public func moment(of date: CivilDate, _ time: CivilTime = .midnight) -> Moment {
        let local = date.daysSinceEpoch * 86_400 + time.secondsSinceMidnight
        let reach = ZoneTable.widestOffset + 3_600
        var start = local - reach
        var offset = table.offset(at: start)
        for change in table.changes(after: start, through: local + reach) {
            if local - offset < change.at {
                return Moment(unixSeconds: max(local - offset, start))
            }
            (start, offset) = (change.at, change.offset)
        }
        return Moment(unixSeconds: max(local - offset, start))
    }

    /// The moment as ISO 8601 text with the zone's offset, `2026-11-16T00:00:00+03:00`.
    ///
    /// ISO 8601 knows offsets of whole minutes only. Where the zone's has seconds (before about 1930), the offset is
    /// cut to the minute and the time moved along, so that the text still names this moment.
    public func iso8601(_ moment: Moment) -> String {
        let minutes = offset(at: moment) / 60
        let local = moment.unixSeconds + minutes * 60
        let days = local.dividedDown(by: 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        let time = CivilTime(secondsSinceMidnight: local - days * 86_400)
        let sign = minutes < 0 ? "-" : "+"
        return "\(date)T\(time)\(sign)\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
    }
}

extension Zone {
    /// Equal names and equal data.
    public static func == (left: Zone, right: Zone) -> Bool {
        left.identifier == right.identifier && (left.shared === right.shared || left.table == right.table)
    }

    /// Hashes the name only.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(identifier)
    }
}
