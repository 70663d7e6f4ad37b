import Ledger
import Timetable

extension Stamp {
    /// The same time to the second.
    public var moment: Moment { Moment(unixSeconds: (milliseconds - (milliseconds < 0 ? 999 : 0)) / 1_000) }
    /// Seconds since 1970.
    var seconds: Double { Double(milliseconds) / 1_000 }

    init(_ moment: Moment) { self.init(milliseconds: moment.unixSeconds * 1_000) }

    init(seconds: Double) { self.init(milliseconds: Int(seconds * 1_000)) }
}
