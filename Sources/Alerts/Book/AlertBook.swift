/// What is open and what was told of it: decides what people hear.
///
/// The first sign of a trouble is told, its repetitions are only counted, and its end is told once. It reads no clock
/// and sends nothing; the host keeps it and stores it.
public struct AlertBook: Hashable, Sendable, Codable {
    /// When how much is told.
    public struct Rules: Hashable, Sendable, Codable {
        /// Seconds after which a trouble that is still open is told again; nil if never.
        public var reminder: Double? = 86_400
        /// How many messages may leave within `span`; what is beyond that is told together at its end.
        public var most = 5
        /// Seconds.
        public var span = 60.0

        /// The usual rules.
        public init() {}
    }

    struct Entry: Hashable, Sendable, Codable {
        var occurrence: AlertOccurrence
        /// When people last heard of it; nil if they haven't yet.
        var toldAt: Double?

        /// Whether it ends by its silence.
        func isQuiet(at moment: Double) -> Bool {
            let alert = occurrence.alert
            return alert.kind.endsByQuiet && occurrence.until == nil && moment - alert.at >= AlertBook.quiet
        }
    }

    /// Seconds after which a trouble without another end is over, counted from its last sign.
    static let quiet = 3_600.0

    /// When how much is told.
    public var rules: Rules
    private var entries: [AlertTopic: Entry] = [:]
    private var leftAt: [Double] = []
    private var heldSince: Double?

    /// A book without entries.
    public init(rules: Rules = Rules()) { self.rules = rules }

    /// What is open, or over and not told yet, in the order in which it began.
    public var occurrences: [AlertOccurrence] { sorted.map(\.occurrence) }

    /// The topics that are open, in the order in which they began.
    public var open: [AlertTopic] { sorted.filter { $0.occurrence.until == nil }.map(\.occurrence.topic) }

    /// Whether a trouble of one of these kinds is open for a subject.
    public func isOpen(_ kinds: Set<AlertKind>, portal: String, subject: String) -> Bool {
        kinds.contains { kind in
            let entry = entries[AlertTopic(kind: kind, portal: portal, subject: subject)]
            return entry.map { $0.occurrence.until == nil } ?? false
        }
    }

    /// When `due` has something to tell, in seconds since 1970; nil if nothing is awaited.
    public var nextDue: Double? {
        let open = entries.values.filter { $0.occurrence.until == nil }
        let quiet = open.filter { $0.occurrence.alert.kind.endsByQuiet }.map { $0.occurrence.alert.at + Self.quiet }
        let ends = quiet + [heldSince.map { $0 + rules.span }].compactMap { $0 }
        guard let reminder = rules.reminder else { return ends.min() }
        let reminders = open.compactMap { $0.toldAt.map { $0 + reminder } }
        return (reminders + ends).min()
    }

    /// A trouble shows itself. Returns what is told at once; nil if it was told before or waits for `due`.
    public mutating func happened(_ alert: Alert) -> AlertNotice? {
        if var entry = entries[alert.topic] {
            entry.occurrence.alert = alert
            entry.occurrence.times += 1
            // Nobody has heard that it was over, so it was not.
            entry.occurrence.until = nil
            entries[alert.topic] = entry
            return nil
        }
        let occurrence = AlertOccurrence(alert: alert, since: alert.at, times: 1)
        let isTold = mayLeave(at: alert.at)
        entries[alert.topic] = Entry(occurrence: occurrence, toldAt: isTold ? alert.at : nil)
        return isTold ? .began(occurrence) : nil
    }

    /// A trouble is over. Returns what is told at once; nil if there was none or it waits for `due`.
    public mutating func recovered(_ topic: AlertTopic, at moment: Double) -> AlertNotice? {
        guard var entry = entries[topic], entry.occurrence.until == nil else { return nil }
        entry.occurrence.until = moment
        // What people haven't heard of yet waits already, and its end with it.
        guard entry.toldAt != nil, mayLeave(at: moment) else {
            entries[topic] = entry
            return nil
        }
        entries[topic] = nil
        return .over(entry.occurrence)
    }

    /// All troubles of these kinds are over for a subject, such as `AlertKind.endedByGoodRun` for a script.
    public mutating func recovered(
        _ kinds: Set<AlertKind>, portal: String, subject: String, at moment: Double
    ) -> [AlertNotice] {
        AlertKind.allCases.filter(kinds.contains).compactMap { kind in
            recovered(AlertTopic(kind: kind, portal: portal, subject: subject), at: moment)
        }
    }

    /// Subjects are gone, such as a script whose file was removed: nothing more is told of them. Returns whether
    /// anything was known of one.
    public mutating func forget(_ isGone: (AlertTopic) -> Bool) -> Bool {
        let known = entries.count
        entries = entries.filter { !isGone($0.key) }
        return entries.count != known
    }

    /// What is to be told at this moment: what was held back, and reminders. To be asked at `nextDue`.
    public mutating func due(at moment: Double) -> AlertNotice? {
        var storm = AlertStorm()
        // A clock that was set back must not hold anything back for longer.
        let isHeldOver = heldSince.map { moment - $0 >= rules.span || moment < $0 } ?? false
        storm.over = endQuiet(at: moment)
        for entry in sorted {
            let topic = entry.occurrence.topic
            if entry.toldAt == nil || entry.occurrence.until != nil {
                guard isHeldOver else { continue }
                if entry.toldAt == nil {
                    storm.began.append(entry.occurrence)
                } else {
                    storm.over.append(entry.occurrence)
                }
                entries[topic] =
                    entry.occurrence.until == nil ? Entry(occurrence: entry.occurrence, toldAt: moment) : nil
            } else if let reminder = rules.reminder, let toldAt = entry.toldAt {
                if moment - toldAt >= reminder { storm.stillOpen.append(entry.occurrence) }
                if moment - toldAt >= reminder || moment < toldAt { entries[topic]?.toldAt = moment }
            }
        }
        if isHeldOver { heldSince = nil }
        storm.over.sort { ($0.since, $0.topic) < ($1.since, $1.topic) }
        let notice = storm.notice
        if notice != nil { leftAt.append(moment) }
        return notice
    }

    /// Ends what hasn't shown itself for long; returns what people had heard of, which the book doesn't need any more.
    private mutating func endQuiet(at moment: Double) -> [AlertOccurrence] {
        var ended: [AlertOccurrence] = []
        for var entry in entries.values where entry.isQuiet(at: moment) {
            entry.occurrence.until = moment
            entries[entry.occurrence.topic] = entry.toldAt == nil ? entry : nil
            if entry.toldAt != nil { ended.append(entry.occurrence) }
        }
        return ended
    }

    private var sorted: [Entry] {
        entries.values.sorted {
            ($0.occurrence.since, $0.occurrence.topic) < ($1.occurrence.since, $1.occurrence.topic)
        }
    }

    /// Whether one more message may leave now; counts it if so, and begins to hold back if not.
    private mutating func mayLeave(at moment: Double) -> Bool {
        leftAt.removeAll { moment - $0 >= rules.span || moment < $0 }
        if heldSince == nil, leftAt.count < rules.most {
            leftAt.append(moment)
            return true
        }
        heldSince = heldSince ?? moment
        return false
    }
}
