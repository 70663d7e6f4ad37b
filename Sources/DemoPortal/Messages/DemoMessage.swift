/// A message or a notice that somebody on the portal can read.
public struct DemoMessage: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// Told in somebody's name: `im.notify.personal.add`.
        case personalNotice
        /// Told by the system: `im.notify.system.add`.
        case systemNotice
        /// Written into a chat: `im.message.add`.
        case chat
    }

    /// Its number, which the method answers.
    public let id: Int
    /// What it is.
    public let kind: Kind
    /// Who reads it: the identifier of a user, `3`, or of a chat, `chat1`.
    public let dialog: String
    /// Who wrote it; nil for a notice of the system.
    public let author: Int?
    /// The text without spaces at its ends; may be empty where there is an attachment.
    public let text: String
    /// By what a later notice replaces it; nil if nothing does.
    public let tag: String?
}
