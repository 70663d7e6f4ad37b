/// Moments as the portal writes them: ISO 8601 with an offset, such as `2026-03-01T12:00:00+03:00`.
enum DateText {
    /// The seconds since 1970; nil for a text that is no moment. One without an offset is none: nobody knows which
    /// zone it is in.
    static func read(_ text: String) -> Double? {
        var scanner = Scanner(text: Array(text.utf8))
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), scanner.take("T") || scanner.take(" "),
            let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2), scanner.take(":"),
            let second = scanner.number(2)
        else { return nil }
        var fraction = 0.0
        if scanner.take(".") {
            guard let found = scanner.fraction() else { return nil }
            fraction = found
        }
        guard let offset = scanner.offset(), scanner.isAtEnd, (1...12).contains(month),
            (1...length(ofMonth: month, year)).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Double(seconds) + fraction
    }

    /// The moment in UTC, to the second; nil outside of the years 1 to 9999.
    static func write(_ seconds: Double) -> String? {
        guard seconds >= -62_135_596_800, seconds < 253_402_300_800 else { return nil }
        let whole = Int(seconds.rounded(.down))
        var day = whole / 86_400
        var rest = whole % 86_400
        if rest < 0 { (day, rest) = (day - 1, rest + 86_400) }
        let date = civil(day)
        let parts = [
            (date.year, 4), (date.month, 2), (date.day, 2), (rest / 3_600, 2), (rest / 60 % 60, 2), (rest % 60, 2),
        ]
        let text = parts.map { number, width in
            String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
        }
        return "\(text[0])-\(text[1])-\(text[2])T\(text[3]):\(text[4]):\(text[5])+00:00"
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    // Both count in years that begin in March, so that the leap day is a year's last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let inEra = year - era * 400
        let inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let day = day + 719_468
        let era = (day >= 0 ? day : day - 146_096) / 146_097
        let inEra = day - era * 146_097
        let year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        return (
            year + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9,
            inYear - (153 * month + 2) / 5 + 1
        )
    }

    private struct Scanner {
        let text: [UInt8]
        var position = 0

        init(text: [UInt8]) { self.text = text }

        var isAtEnd: Bool { position == text.count }

        mutating func take(_ sign: Unicode.Scalar) -> Bool {
            guard position < text.count, text[position] == UInt8(ascii: sign) else { return false }
            position += 1
            return true
        }

        mutating func number(_ digits: Int) -> Int? {
            guard position + digits <= text.count, text[position..<(position + digits)].allSatisfy(\.isDigit) else {
                return nil
            }
            defer { position += digits }
            return text[position..<(position + digits)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        mutating func fraction() -> Double? {
            let digits = text[position...].prefix(while: \.isDigit)
            position += digits.count
            return digits.isEmpty ? nil : Double("0." + String(decoding: digits, as: UTF8.self))
        }

        /// Seconds east of UTC.
        mutating func offset() -> Int? {
            if take("Z") { return 0 }
            let sign = take("+") ? 1 : take("-") ? -1 : 0
            guard sign != 0, let hours = number(2) else { return nil }
            _ = take(":")
            guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
            return sign * (hours * 3_600 + minutes * 60)
        }
    }
}
