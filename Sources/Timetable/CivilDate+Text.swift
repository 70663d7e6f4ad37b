extension CivilDate: CustomStringConvertible {
    /// The ISO form, "2026-11-24".
    public var description: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads the ISO form "2026-11-24", exactly; nil for anything else.
    public init?(iso text: String) {
        var digits = DigitReader(text)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), digits.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
