/// A stretch of whole days in a zone that a report is about: a day, a week, a month, a quarter, a year, or a range.
///
/// Days are the zone's own: a day on which the clocks change has 23 or 25 hours.
public struct Period: Hashable, Sendable {
    /// The first moment inside.
    public let from: Moment
    /// The first moment after the end: the period is `from <= moment < to`.
    public let to: Moment
    /// The first day inside.
    public let first: CivilDate
    /// The last day inside.
    public let last: CivilDate
    /// A short name for files: `2026-11-16`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-01_2026-11-15`.
    public let slug: String
    /// The expression that made it, in small letters with single spaces. Where it names today (`last week`) it stands
    /// for another period tomorrow; the slug never does.
    public let expression: String
    /// What the period is a multiple of: `next` and `previous` move by it.
    let span: PeriodSpan
    /// The zone that its days are counted in.
    public let zone: Zone

    /// The IANA name of the zone that the days are counted in.
    public var zoneIdentifier: String {
        zone.identifier
    }

    /// How many days of the calendar it has.
    public var days: Int {
        last.daysSinceEpoch - first.daysSinceEpoch + 1
    }

    /// The period that an expression names at the moment `now` in a zone.
    ///
    /// Understood, whatever the case and spacing: `today`, `yesterday`, `tomorrow`; `this`, `last` and `next` with
    /// `day`, `week`, `month`, `quarter` or `year`; `last 7 days` (weeks, months, quarters, years; `next` as well):
    /// that many whole ones before the current one, which itself is left out; `2026-11-16`, `2026-W47`, `2026-11`,
    /// `2026-Q4`, `2026`; and `2026-11-01..2026-11-15`, both days included. Weeks are ISO weeks from Monday.
    ///
    /// - Throws: a `PeriodError` that says what is wrong and what would be understood.
    public init(_ expression: String, at now: Moment, in zone: Zone) throws(PeriodError) {
        let parsed = try PeriodExpression(expression)
        let (first, span) = try parsed.resolve(today: zone.date(at: now))
        self.init(first: first, span: span, expression: parsed.text, zone: zone)
    }

    init(first: CivilDate, span: PeriodSpan, expression: String? = nil, zone: Zone) {
        let after = span.advance(first, by: 1)
        let last = max(first, after == .latest ? after : after.adding(days: -1))
        self.first = first
        self.last = last
        self.span = span
        self.zone = zone
        from = zone.moment(of: first)
        to = zone.moment(of: last.adding(days: 1))
        slug = span.slug(first: first, last: last)
        self.expression = expression ?? span.expression(first: first, last: last)
    }

    /// The period of the same kind that ends where this one begins.
    public var previous: Period {
        Period(first: span.advance(first, by: -1), span: span, zone: zone)
    }

    /// The period of the same kind that begins where this one ends.
    public var next: Period {
        Period(first: span.advance(first, by: 1), span: span, zone: zone)
    }

    /// Whether the moment lies inside.
    public func contains(_ moment: Moment) -> Bool {
        from <= moment && moment < to
    }
}
