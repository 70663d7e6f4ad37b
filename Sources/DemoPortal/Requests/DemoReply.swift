/// What the portal answers.
public struct DemoReply: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// A JSON text in UTF-8, if the content type says so.
    public let body: [UInt8]
    /// The header `Content-Type`.
    public var contentType = "application/json; charset=utf-8"
    /// More headers.
    public var headers: [String: String] = [:]
}
