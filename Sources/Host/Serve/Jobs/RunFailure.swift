import JSON
import Scripting

/// Why a run failed, as what follows from it.
struct RunFailure: Hashable, Sendable {
    /// What follows from a failure.
    enum Kind: Hashable, Sendable {
        /// Another try may go well.
        case passing
        /// It would fail again.
        case final
        /// The portal doesn't take the credential: no script can work.
        case credential
        /// The script puts the job off.
        case snoozed
        /// The script gives the job up.
        case cancelled
    }

    /// What follows from it.
    let kind: Kind
    /// What happened, one sentence with the script and the line.
    let reason: String
    /// The line of the script.
    let line: Int?
    /// Whether it is the portal's own answer, to a caller whom it knows.
    let isAnswered: Bool
    /// Whether there was no way to the portal. A call that takes too long may be the call's own fault.
    let isUnanswered: Bool
    /// Whether a call has failed, and not the script by itself.
    let isOfCall: Bool
    /// How long to wait before the next try, in seconds, where the failure says that.
    let retryAfter: Double?

    /// Reads whatever a run threw.
    init(_ error: any Error) {
        guard let failure = error as? ScriptFailure else {
            kind = error is HostFailure ? .final : .passing
            reason = "\(error)"
            line = nil
            (isAnswered, isUnanswered, isOfCall) = (false, false, false)
            retryAfter = nil
            return
        }
        let code = failure.error?["code"]?.string?.uppercased() ?? ""
        let isEnding = code == "SNOOZE" || code == "CANCEL"
        kind = Self.kind(code: code, error: failure.error)
        reason = isEnding ? failure.message : failure.description
        line = failure.line
        let status = failure.error?["method"]?.string == nil ? nil : failure.error?["status"]?.integer
        isAnswered = kind != .credential && !Self.strangeCodes.contains(code) && status.map { $0 < 500 } ?? false
        isOfCall = failure.error?["method"]?.string != nil
        isUnanswered = isOfCall && code == "UNREACHABLE"
        retryAfter = failure.error?["retry_after"]?.seconds
    }

    private static func kind(code: String, error: JSONValue?) -> Kind {
        switch code {
        case "SNOOZE": return .snoozed
        case "CANCEL": return .cancelled
        default: break
        }
        if credentialCodes.contains(code) { return .credential }
        // A mistake in the script's text stays one; without an error table it may depend on the data.
        guard let error, error["method"]?.string != nil || ownCodes.contains(code) else { return .passing }
        if error["retryable"]?.bool == true || passingCodes.contains(code) { return .passing }
        if let status = error["status"]?.integer, status >= 500 { return .passing }
        return .final
    }

    /// Whether a portal refuses whoever calls with that code.
    static func isCredential(code: String) -> Bool { credentialCodes.contains(code.uppercased()) }

    /// Whether a portal hasn't answered a call, by its code.
    static func isUnanswered(code: String) -> Bool { unansweredCodes.contains(code.uppercased()) }

    private static let unansweredCodes: Set<String> = ["UNREACHABLE", "TIMEOUT", "BROKEN", "NOT_AN_ANSWER"]

    /// Codes by which a portal refuses whoever calls, whatever the call.
    private static let credentialCodes: Set<String> = [
        "AUTHORIZE_AGAIN", "INVALID_CREDENTIALS", "NO_AUTH_FOUND", "INVALID_TOKEN", "WRONG_TOKEN", "EXPIRED_TOKEN",
        "USER_ACCESS_ERROR", "PORTAL_DELETED", "INVALID_GRANT", "PAYMENT_REQUIRED", "AUTHORIZATION_ERROR",
    ]

    /// Codes that say nothing of the call itself.
    private static let passingCodes: Set<String> = [
        "UNREACHABLE", "TIMEOUT", "BROKEN", "NOT_AN_ANSWER", "UNKNOWN_OUTCOME", "QUERY_LIMIT_EXCEEDED",
        "OPERATION_TIME_LIMIT", "OVERLOAD_LIMIT", "INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER", "CANCELLED",
        // The disk's fault: the credential itself is not refused.
        "TOKEN_STORE",
    ]

    /// Codes of answers that may be somebody else's, such as a proxy's.
    private static let strangeCodes: Set<String> = ["NOT_AN_ANSWER", "REDIRECTED", "BROKEN", "TIMEOUT"]

    /// Codes of the host's own that no repetition changes.
    private static let ownCodes: Set<String> = ["SCOPE", "WRITES", "METHOD_NAME", "SETTINGS", "PERIOD", "NAME"]
}
