/// What is sent to people: harmless whatever was in the alert, and short enough for every channel.
public struct AlertMessage: Hashable, Sendable, Codable {
    /// What is told of a trouble.
    public enum Occasion: String, Hashable, Sendable, Codable {
        /// It has begun.
        case began
        /// It is still there.
        case reminder
        /// It is over.
        case over
        /// Several troubles at once.
        case many
        /// There is none; somebody tries whether messages arrive.
        case trial
    }

    /// The most Unicode scalars of a title.
    public static let longestTitle = 200
    /// The most Unicode scalars of a body, and of a text for a chat.
    public static let longestBody = 4000

    /// What is told.
    public let occasion: Occasion
    /// What sort of trouble; nil for several or none.
    public let kind: AlertKind?
    /// The portal's name or address; empty if it concerns the whole host, several or none.
    public let portal: String
    /// What has the trouble; empty for several or none.
    public let subject: String
    /// When, in seconds since 1970.
    public let at: Double
    /// One line without control characters.
    public let title: String
    /// Lines of plain text, each ended by a line feed alone.
    public let body: String

    /// A message from texts of unknown origin.
    init(occasion: Occasion, topic: AlertTopic?, at: Double, title: String, body: String) {
        self.occasion = occasion
        kind = topic?.kind
        portal = HarmlessText.line(topic?.portal ?? "", most: Self.longestTitle)
        subject = HarmlessText.line(topic?.subject ?? "", most: Self.longestTitle)
        self.at = at
        self.title = HarmlessText.line(title, most: Self.longestTitle)
        self.body = HarmlessText.lines(body, most: Self.longestBody)
    }

    /// The message as BB code for Bitrix24's chats and notifications; no text of the alert can be a code in it.
    public var chatText: String {
        let text = "[B]\(HarmlessText.withoutCodes(title))[/B]\n\(HarmlessText.withoutCodes(body))"
        return HarmlessText.cut(text, most: Self.longestBody)
    }
}
