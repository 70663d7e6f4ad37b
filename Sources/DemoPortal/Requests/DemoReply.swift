/// What the portal answers.
public struct DemoReply: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// A JSON text in UTF-8.
    public let body: [UInt8]
}
