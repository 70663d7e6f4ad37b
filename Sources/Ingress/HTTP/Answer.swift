import NIOHTTP1

/// What a request gets.
struct Answer: Hashable, Sendable {
    var status: HTTPResponseStatus
    var contentType: String?
    var body: [UInt8]
    /// Further fields of the head.
    var fields: [Field] = []
    var closesConnection = false

    struct Field: Hashable, Sendable {
        var name: String
        var value: String
    }

    init(_ status: HTTPResponseStatus, text: String = "", fields: [Field] = []) {
        self.status = status
        self.fields = fields
        body = Array(text.utf8)
        contentType = text.isEmpty ? nil : "text/plain; charset=utf-8"
    }

    /// The same answer, after which nothing more is read from the connection.
    var last: Answer {
        var answer = self
        answer.closesConnection = true
        return answer
    }
}

/// An answer, or the work that ends with one.
enum Reply: Sendable {
    case now(Answer)
    case later(@Sendable () async -> Answer)
}
