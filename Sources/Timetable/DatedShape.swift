/// What follows the year in a dated expression: nothing, `-11`, `-11-16`, `-w47` or `-q4`.
struct DatedShape {
    let unit: PeriodSpan.Unit
    /// The first day; nil where the calendar has no such one.
    let date: CivilDate?
    /// What the calendar has instead.
    let flaw: String

    /// Nil where the text has none of the shapes. `rest` stands behind the year.
    init?(year: Int, rest: inout DigitReader) {
        if rest.isAtEnd {
            self.init(unit: .year, date: CivilDate(year: year, month: 1, day: 1), flaw: "there is no year \(year)")
            return
        }
        guard rest.skip("-") else { return nil }
        if rest.skip("w") {
            guard let week = rest.number(2), rest.isAtEnd else { return nil }
            let count = ISOWeek.count(inYear: year)
            self.init(
                unit: .week, date: ISOWeek(year: year, week: week)?.monday, flaw: "\(year) has the weeks 01 to \(count)"
            )
        } else if rest.skip("q") {
            guard let quarter = rest.number(1), rest.isAtEnd else { return nil }
            let date = (1...4).contains(quarter) ? CivilDate(year: year, month: quarter * 3 - 2, day: 1) : nil
            self.init(unit: .quarter, date: date, flaw: "a year has the quarters 1 to 4")
        } else {
            guard let month = rest.number(2) else { return nil }
            self.init(year: year, month: month, rest: &rest)
        }
    }

    private init?(year: Int, month: Int, rest: inout DigitReader) {
        let isMonth = (1...12).contains(month)
        if rest.isAtEnd {
            let date = CivilDate(year: year, month: month, day: 1)
            self.init(unit: .month, date: date, flaw: "a year has the months 01 to 12")
            return
        }
        guard rest.skip("-"), let day = rest.number(2), rest.isAtEnd else { return nil }
        let length = isMonth ? CivilDate.length(ofMonth: month, year: year) : 0
        self.init(
            unit: .day, date: CivilDate(year: year, month: month, day: day),
            flaw: isMonth
                ? "\(padded(year, 4))-\(padded(month, 2)) has the days 01 to \(length)"
                : "a year has the months 01 to 12")
    }

    private init(unit: PeriodSpan.Unit, date: CivilDate?, flaw: String) {
        self.unit = unit
        self.date = date
        self.flaw = flaw
    }
}
