import Timetable

extension JSONBuffer {
    /// `"2026-11-16T09:00:00+03:00"` and a comma.
    mutating func moment(_ seconds: Int, zone: Zone) {
        // Offsets are told in whole minutes.
        let moment = Moment(unixSeconds: seconds)
        let offset = zone.offset(at: moment) / 60 * 60
        let local = moment.unixSeconds + offset
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let date = CivilDate(daysSinceEpoch: days)
        let time = local - days * 86_400
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 28) { room in
            var text = MomentText(room: room)
            text.sign("\"")
            text.pair(date.year / 100)
            text.pair(date.year % 100, then: "-")
            text.pair(date.month, then: "-")
            text.pair(date.day, then: "T")
            text.pair(time / 3_600, then: ":")
            text.pair(time / 60 % 60, then: ":")
            text.pair(time % 60, then: offset < 0 ? "-" : "+")
            text.pair(abs(offset) / 3_600, then: ":")
            text.pair(abs(offset) / 60 % 60, then: "\"")
            text.sign(",")
            self.text(UnsafeBufferPointer(room))
        }
    }
}

/// The 28 bytes of a moment, put together outside the array: every append to it costs.
private struct MomentText {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

    mutating func sign(_ sign: Unicode.Scalar) {
        room[count] = UInt8(ascii: sign)
        count += 1
    }

    mutating func pair(_ value: Int, then sign: Unicode.Scalar? = nil) {
        room[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10 % 10)
        room[count + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
        count += 2
        if let sign { self.sign(sign) }
    }
}
