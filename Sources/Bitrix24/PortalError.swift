import JSON

/// Why a call failed.
public struct PortalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The portal's own error code, such as `QUERY_LIMIT_EXCEEDED`; for failures before or beside its answer one of
    /// `UNREACHABLE`, `TIMEOUT`, `BROKEN`, `NOT_AN_ANSWER`, `REDIRECTED`, `TOO_LARGE`, `METHOD_NAME`, `LIST`, `BATCH`,
    /// `LEFT_OUT`, `UNKNOWN_OUTCOME`, `AUTHORIZE_AGAIN`, `TOKEN_STORE`,
    /// `SETTINGS`, `SCOPE`, `WRITES`, `CANCELLED`, `ENCODING`, `DECODING`.
    public var code: String
    /// What happened, as a sentence without a full stop.
    public var message: String
    /// The method that was called.
    public var method: String
    /// The HTTP status; nil if there was no answer.
    public var status: Int?
    /// Whether the portal did what it was asked for.
    public var execution: Execution
    /// What to do about it, if that is known.
    public var hint: String?

    /// How many seconds to wait before the next try, where the portal says that (`Retry-After`).
    public var retryAfter: Double?

    /// Describes a failure.
    public init(
        code: String, message: String, method: String, status: Int? = nil, execution: Execution = .answered,
        hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.method = method
        self.status = status
        self.execution = execution
        self.hint = hint
    }

    /// Whether the portal certainly did not execute the call, and may do so another time.
    public var retryable: Bool { execution == .notDone && !isFinal }

    /// The sentence for the person who meets it.
    public var description: String {
        let status = status.map { ", HTTP \($0)" } ?? ""
        let code = code.isEmpty && status.isEmpty ? "" : " (\(code.isEmpty ? "no code" : code)\(status))"
        return "\(method): \(message)\(code)" + (hint.map { "; \($0)" } ?? "")
    }

    /// The error as the script's error table has it.
    public var json: JSONValue {
        var members: JSONObject = [
            "code": .string(code), "message": .string(description), "method": .string(method),
            "retryable": .bool(retryable),
        ]
        members["status"] = status.map(JSONValue.integer)
        members["retry_after"] = retryAfter.map { .integer(Int($0.rounded(.up))) }
        members["hint"] = hint.map(JSONValue.string)
        return .object(members)
    }
}
