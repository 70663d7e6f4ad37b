/// Writes messages into a chat of a portal, or to a user; how is the host's affair.
public struct ChatChannel: AlertChannel {
    /// Carries a text with BB code to a dialog: `chat12` for a chat, `7` for a user.
    public typealias Write = @Sendable (_ dialog: String, _ text: String) async throws -> Void

    /// Where it is written.
    public let dialog: String
    private let write: Write

    /// A channel into a chat.
    ///
    /// - Parameters:
    ///   - dialog: `chat12`, `sg5`, or a user's number.
    ///   - write: sends the text; its error is shown to people, so it must have no secrets.
    public init(dialog: String, write: @escaping Write) {
        self.dialog = dialog
        self.write = write
    }

    /// `chat` with its dialog.
    public var name: String { "chat \(HarmlessText.line(dialog, most: 40))" }

    /// Writes the message.
    public func send(_ message: AlertMessage) async throws(AlertFailure) {
        do {
            try await write(dialog, message.chatText)
        } catch {
            throw AlertFailure(channel: name, reason: "\(error)")
        }
    }
}
