/// A trouble from its first sign to its end.
public struct AlertOccurrence: Hashable, Sendable, Codable {
    /// How it showed itself last.
    public internal(set) var alert: Alert
    /// When it showed itself first, in seconds since 1970.
    public internal(set) var since: Double
    /// How often it showed itself.
    public internal(set) var times: Int
    /// When it was over, in seconds since 1970; nil while it is open.
    public internal(set) var until: Double?

    /// What it is about.
    public var topic: AlertTopic { alert.topic }
    /// How long it lasted until it was over, or until `moment`, in seconds.
    public func duration(at moment: Double) -> Double { max(0, (until ?? moment) - since) }
}

/// What people are to be told.
public enum AlertNotice: Hashable, Sendable {
    /// A trouble has begun.
    case began(AlertOccurrence)
    /// A trouble that was told is still there.
    case stillOpen(AlertOccurrence)
    /// A trouble that was told is over.
    case over(AlertOccurrence)
    /// Too much for messages of their own.
    case many(AlertStorm)

    /// The part of it that is about these kinds; nil if nothing is.
    public func only(_ kinds: Set<AlertKind>) -> AlertNotice? {
        switch self {
        case .began(let one), .stillOpen(let one), .over(let one): kinds.contains(one.alert.kind) ? self : nil
        case .many(let storm): storm.only(kinds).notice
        }
    }
}

/// What is told in one message because it came all at once. Each list is in the order in which the troubles began.
public struct AlertStorm: Hashable, Sendable {
    /// Troubles that were not told yet; those with `until` are over again.
    public internal(set) var began: [AlertOccurrence] = []
    /// Troubles that were told and are still there.
    public internal(set) var stillOpen: [AlertOccurrence] = []
    /// Troubles that were told and are over.
    public internal(set) var over: [AlertOccurrence] = []

    /// The part of it that is about these kinds.
    func only(_ kinds: Set<AlertKind>) -> AlertStorm {
        let fits = { (one: AlertOccurrence) in kinds.contains(one.alert.kind) }
        return AlertStorm(began: began.filter(fits), stillOpen: stillOpen.filter(fits), over: over.filter(fits))
    }

    /// The shortest way to tell it; nil if it is nothing.
    var notice: AlertNotice? {
        switch (began.count, stillOpen.count, over.count) {
        case (0, 0, 0): nil
        case (1, 0, 0) where began[0].until == nil: .began(began[0])
        case (0, 1, 0): .stillOpen(stillOpen[0])
        case (0, 0, 1): .over(over[0])
        default: .many(self)
        }
    }
}
