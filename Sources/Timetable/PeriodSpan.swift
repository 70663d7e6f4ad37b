/// How long a period is: so many units of the calendar.
struct PeriodSpan: Hashable, Sendable {
    enum Unit: String, CaseIterable, Sendable {
        case day, week, month, quarter, year

        /// The first day of the unit that contains a date.
        func start(of date: CivilDate) -> CivilDate {
            switch self {
            case .day: date
            case .week: date.firstOfWeek
            case .month: date.firstOfMonth
            case .quarter: date.firstOfQuarter
            case .year: date.firstOfYear
            }
        }
    }

    let unit: Unit
    let count: Int

    /// The date so many spans later; `first` is the first day of a unit.
    func advance(_ first: CivilDate, by steps: Int) -> CivilDate {
        switch unit {
        case .day: first.adding(days: count * steps)
        case .week: first.adding(days: count * steps * 7)
        case .month: first.adding(months: count * steps)
        case .quarter: first.adding(months: count * steps * 3)
        case .year: first.adding(months: count * steps * 12)
        }
    }

    func slug(first: CivilDate, last: CivilDate) -> String {
        name(first: first) ?? "\(first)_\(last)"
    }

    func expression(first: CivilDate, last: CivilDate) -> String {
        (name(first: first) ?? "\(first)..\(last)").lowercased()
    }

    private func name(first: CivilDate) -> String? {
        guard count == 1 else { return nil }
        return switch unit {
        case .day: first.description
        case .week: first.isoWeek.description
        case .month: "\(padded(first.year, 4))-\(padded(first.month, 2))"
        case .quarter: "\(padded(first.year, 4))-Q\(first.quarter)"
        case .year: padded(first.year, 4)
        }
    }
}
