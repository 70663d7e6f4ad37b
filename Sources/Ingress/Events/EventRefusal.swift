import NIOHTTP1

/// Why a request isn't taken as an event. Who sent it is told one word.
enum EventRefusal: String, Error, CaseIterable, Hashable, Sendable {
    /// There is nothing under this path, or no portal of this name.
    case unknown
    case method
    case contentType = "type"
    /// It is no form, nested too deep, or without the name of an event.
    case unreadable
    case tooLarge = "large"
    case tooSlow = "slow"
    case tokenMissing = "token_missing"
    case tokenWrong = "token_wrong"
    /// There is too much to do.
    case busy
    /// It couldn't be made durable.
    case notKept = "failed"

    var status: HTTPResponseStatus {
        switch self {
        case .unknown: .notFound
        case .method: .methodNotAllowed
        case .contentType: .unsupportedMediaType
        case .unreadable: .badRequest
        case .tooLarge: .payloadTooLarge
        case .tooSlow: .requestTimeout
        case .tokenMissing: .unauthorized
        case .tokenWrong: .forbidden
        case .busy, .notKept: .serviceUnavailable
        }
    }

    /// A stranger isn't told what was wrong with a token.
    var word: String {
        switch self {
        case .tokenMissing, .tokenWrong: "refused"
        case .notKept: "busy"
        default: rawValue
        }
    }

    /// - Parameter retryAfter: seconds, for what may go better later
    func answer(retryAfter: Int) -> Answer {
        switch self {
        case .busy, .notKept:
            Answer(status, text: word + "\n", fields: [.init(name: "retry-after", value: String(retryAfter))])
        case .method: Answer(status, text: word + "\n", fields: [.init(name: "allow", value: "POST")])
        case .tokenMissing:
            // The protocol wants a way to be named; this one is in the form.
            Answer(status, text: word + "\n", fields: [.init(name: "www-authenticate", value: "application_token")])
        default: Answer(status, text: word + "\n")
        }
    }
}
