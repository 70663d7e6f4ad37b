import JSON

/// Something that a check of a portal has found.
public struct PortalFinding: Hashable, Sendable {
    /// How good it is.
    public enum Mark: String, Sendable {
        /// As it should be.
        case ok
        /// Worth a look.
        case warning
        /// Something will not work.
        case problem
    }

    /// How good it is.
    public let mark: Mark
    /// What it is about, such as `scopes`, or a script's file.
    public let topic: String
    /// What was found.
    public let text: String
    /// What to do about it.
    public let advice: String?

    /// A finding.
    public init(_ mark: Mark, _ topic: String, _ text: String, advice: String? = nil) {
        self.mark = mark
        self.topic = topic
        self.text = text
        self.advice = advice
    }

    /// The finding for programs.
    public var json: JSONValue {
        var members: JSONObject = ["mark": .string(mark.rawValue), "topic": .string(topic), "text": .string(text)]
        members["advice"] = advice.map(JSONValue.string)
        return .object(members)
    }
}
