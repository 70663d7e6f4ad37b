/// Something that an administrator should know of.
public struct Alert: Hashable, Sendable, Codable {
    /// What sort of thing it is.
    public var kind: AlertKind
    /// The portal's name or address; empty if it concerns the whole host.
    public var portal: String
    /// What has the trouble: a script's name, a credential's name, a folder.
    public var subject: String
    /// What happened, where, and what to do, in one sentence.
    public var text: String
    /// What else is known, line by line.
    public var details: [String]
    /// When it happened, in seconds since 1970.
    public var at: Double

    /// An alert. It may hold any text; what is sent of it is made harmless by `AlertMessage`.
    public init(
        kind: AlertKind, portal: String, subject: String, text: String, details: [String] = [], at: Double
    ) {
        self.kind = kind
        self.portal = portal
        self.subject = subject
        self.text = text
        self.details = details
        self.at = at
    }

    /// What it is about: alerts with the same topic are repetitions of one trouble.
    public var topic: AlertTopic { AlertTopic(kind: kind, portal: portal, subject: subject) }
}

/// What an alert is about. A trouble of one topic is told once, however often it shows itself.
public struct AlertTopic: Hashable, Sendable, Codable, Comparable {
    /// What sort of thing it is.
    public var kind: AlertKind
    /// The portal's name or address; empty if it concerns the whole host.
    public var portal: String
    /// What has the trouble.
    public var subject: String

    /// A topic.
    public init(kind: AlertKind, portal: String, subject: String) {
        self.kind = kind
        self.portal = portal
        self.subject = subject
    }

    /// By portal, then subject, then kind.
    public static func < (one: AlertTopic, other: AlertTopic) -> Bool {
        (one.portal, one.subject, one.kind.rawValue) < (other.portal, other.subject, other.kind.rawValue)
    }
}
