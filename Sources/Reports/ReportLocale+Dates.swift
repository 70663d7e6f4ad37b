extension ReportLocale {
    /// A date of an ISO text (`2026-11-24`, also with a time behind it) as the language writes it; nil for other text.
    func date(_ text: String) -> String? {
        IsoStamp(text).map { written($0) }
    }

    /// A date with its time to the minute, as the text has it; the date alone where it has no time; nil for other text.
    func dateTime(_ text: String) -> String? {
        guard let stamp = IsoStamp(text) else { return nil }
        guard let time = stamp.time else { return written(stamp) }
        return written(stamp) + (self == .ru ? " " : ", ") + time
    }

    private func written(_ stamp: IsoStamp) -> String {
        switch self {
        case .ru: "\(stamp.day).\(stamp.month).\(stamp.year)"
        case .en: "\(stamp.day.hasPrefix("0") ? stamp.day.suffix(1) : stamp.day[...]) \(stamp.monthName) \(stamp.year)"
        }
    }
}

/// The parts of an ISO 8601 date or date and time, as text.
struct IsoStamp: Hashable, Sendable {
    let year: String
    /// `01`…`12`.
    let month: String
    /// `01`…`31`.
    let day: String
    /// `15:04`, in whatever zone the text is written in.
    let time: String?

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads `2026-11-24`, `2026-11-24T15:04:05+03:00`, `2026-11-24 15:04`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes.count <= 40, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            IsoStamp.number(bytes[0..<4]) != nil,
            let month = IsoStamp.number(bytes[5..<7]), (1...12).contains(month),
            let day = IsoStamp.number(bytes[8..<10]), (1...31).contains(day)
        else { return nil }
        year = String(decoding: bytes[0..<4], as: UTF8.self)
        self.month = String(decoding: bytes[5..<7], as: UTF8.self)
        self.day = String(decoding: bytes[8..<10], as: UTF8.self)
        if bytes.count == 10 {
            time = nil
            return
        }
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), let hour = IsoStamp.number(bytes[11..<13]), hour < 24,
            let minute = IsoStamp.number(bytes[14..<16]), minute < 60,
            bytes[16...].allSatisfy({ (0x30...0x39).contains($0) || "+-:.Z".utf8.contains($0) })
        else { return nil }
        time = String(decoding: bytes[11..<16], as: UTF8.self)
    }

    var monthName: String {
        Int(month).map { IsoStamp.months[$0 - 1] } ?? month
    }

    /// `2026-11-24`.
    var isoDate: String {
        "\(year)-\(month)-\(day)"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
