/// A refusal as the portal sends it: `{"error": code, "error_description": text}`.
struct RESTError: Error, Hashable, Sendable {
    /// The HTTP status.
    let status: Int
    /// The code; many old methods leave it empty.
    let code: String
    let text: String
    /// What is wrong with single fields; REST 3.0 only.
    let validation: [Validation]

    struct Validation: Hashable, Sendable {
        let field: String
        let message: String
    }

    init(_ status: Int, _ code: String, _ text: String, validation: [Validation] = []) {
        self.status = status
        self.code = code
        self.text = text
        self.validation = validation
    }

    // Codes, texts and statuses are those of the vendor's list of system errors.
    static let methodNotFound = RESTError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
    static let noAuthorization = RESTError(401, "NO_AUTH_FOUND", "Wrong authorization data")
    static let wrongCredentials = RESTError(401, "INVALID_CREDENTIALS", "Invalid request credentials")
    static let insufficientScope = RESTError(
        403, "insufficient_scope", "The request requires higher privileges than provided by the webhook token")
    static let tooManyRequests = RESTError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests")
    static let overload = RESTError(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload")
    static let operatingLimit = RESTError(
        429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit")
    static let expiredToken = RESTError(401, "expired_token", "The access token provided has expired")
    static let batchInBatch = RESTError(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage")
    static let batchTooLong = RESTError(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded")
    static let applicationOnly = RESTError(
        400, "ACCESS_DENIED", "Access denied! Application context required")
    static let bodyTooLarge = RESTError(413, "INVALID_REQUEST", "The body is larger than 2 MB")

    /// An old method's refusal, which has no code.
    static func classic(_ text: String) -> RESTError { RESTError(400, "", text) }

    /// A parameter that a new method needs is not there.
    static func missing(_ parameter: String) -> RESTError {
        RESTError(400, "100", "Could not find value for parameter {\(parameter)}")
    }

    func write(to json: inout JSONBuffer) {
        json.beginObject()
        json.name("error")
        json.string(code)
        json.name("error_description")
        json.string(text)
        json.endObject()
    }
}
