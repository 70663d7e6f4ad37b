/// The HTTP statuses of the system's own errors. Inside a batch they come without them, since the batch as a whole has
/// succeeded; the vendor's list of system errors has them.
enum SystemStatus {
    private static let table: [String: Int] = [
        "ACCESS_DENIED": 403, "ERROR_BATCH_LENGTH_EXCEEDED": 400, "ERROR_BATCH_METHOD_NOT_ALLOWED": 405,
        "ERROR_MANIFEST_IS_NOT_AVAILABLE": 404, "ERROR_METHOD_NOT_FOUND": 404, "ERROR_UNEXPECTED_ANSWER": 500,
        "EXPIRED_TOKEN": 401, "INSUFFICIENT_SCOPE": 403, "INTERNAL_SERVER_ERROR": 500, "INVALID_CREDENTIALS": 403,
        "INVALID_REQUEST": 400, "METHOD_CONFIRM_DENIED": 403, "METHOD_CONFIRM_WAITING": 401, "NO_AUTH_FOUND": 401,
        "OPERATION_TIME_LIMIT": 429, "OVERLOAD_LIMIT": 503, "PORTAL_DELETED": 500, "QUERY_LIMIT_EXCEEDED": 503,
        "USER_ACCESS_ERROR": 403, "WRONG_AUTH_TYPE": 403,
    ]

    /// The status of a code; that of a refused call for codes of the methods' own.
    static func of(_ code: String) -> Int { table[code.uppercased()] ?? 400 }
}
