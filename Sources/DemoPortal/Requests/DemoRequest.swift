/// A request to the portal as HTTP brings it.
public struct DemoRequest: Sendable {
    /// The path without the query: `/rest/1/CODE/crm.deal.list`.
    public var path: String
    /// What follows the question mark, or nothing.
    public var query: String
    /// The header `Content-Type`, or nil.
    public var contentType: String?
    /// The header `Idempotency-Key`, or nil.
    public var idempotencyKey: String?
    /// The body.
    public var body: [UInt8]

    /// A request.
    public init(
        path: String, query: String = "", contentType: String? = nil, idempotencyKey: String? = nil, body: [UInt8] = []
    ) {
        self.path = path
        self.query = query
        self.contentType = contentType
        self.idempotencyKey = idempotencyKey
        self.body = body
    }
}
