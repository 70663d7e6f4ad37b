/// A length of time as scripts write it: `90s`, `15m`, `1h30m`, `2d`.
public struct TimeLength: Hashable, Sendable {
    /// The length in seconds, 0…`longest`.
    public let seconds: Int

    /// 366 days, in seconds.
    public static let longest = 366 * 86_400

    /// Reads whole numbers with the units d, h, m and s, the longer ones first and each once; a number without a unit
    /// is one of seconds.
    ///
    /// - Throws: a `ScheduleError` for anything else, and for what is longer than 366 days.
    public init(_ text: String) throws(ScheduleError) {
        guard text.utf8.count <= 64, let total = TimeLength.read(text) else {
            throw ScheduleError("\(ScheduleError.quoted(text)) is no length of time; write it as 30s, 15m, 1h30m or 1d")
        }
        guard total <= TimeLength.longest else {
            throw ScheduleError("\(ScheduleError.quoted(text)) is too long a time; up to 366d are possible")
        }
        seconds = total
    }

    private static let units: [(mark: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]

    private static func read(_ text: String) -> Int? {
        var total = 0
        var number: Int?
        var remaining = units[...]
        for letter in text.lowercased() where letter != " " {
            if let digit = letter.isASCII ? letter.wholeNumberValue : nil {
                number = (number ?? 0) * 10 + digit
                guard let number, number <= 1_000_000_000 else { return nil }
            } else {
                guard let counted = number, let place = remaining.firstIndex(where: { $0.mark == letter }) else {
                    return nil
                }
                total += counted * remaining[place].seconds
                remaining = remaining[(place + 1)...]
                number = nil
            }
        }
        guard let number else { return remaining.count < units.count ? total : nil }
        return remaining.count == units.count ? number : nil
    }
}
