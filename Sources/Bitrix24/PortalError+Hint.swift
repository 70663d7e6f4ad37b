extension PortalError {
    /// An error that the portal answered with, completed by what is known of its code.
    static func answered(code: String, description: String, method: String, status: Int) -> PortalError {
        let sentence = description.trimmed.droppingFullStop
        var error = PortalError(
            code: code, message: sentence.isEmpty ? "the portal refused the call" : sentence, method: method,
            status: status)
        error.execution = execution(code: code, status: status)
        error.hint = hint(code: code, status: status, method: method)
        return error
    }

    private static func hint(code: String, status: Int, method: String) -> String? {
        switch code.uppercased() {
        case "INVALID_CREDENTIALS", "NO_AUTH_FOUND", "AUTHORIZATION_ERROR", "APPLICATION_NOT_FOUND":
            "check the webhook in Bitrix24: it may be deleted, expired, or its user dismissed"
        case "INSUFFICIENT_SCOPE", "BITRIX_REST_V3_EXCEPTION_INSUFFICIENTSCOPEEXCEPTION":
            scopeHint(method: method)
        case "ERROR_METHOD_NOT_FOUND":
            Catalogue.nearest(to: method).map { "did you mean \($0)?" }
                ?? "b24.call(\"methods\", {}) lists what the portal has"
        case "QUERY_LIMIT_EXCEEDED":
            "too many requests at once; wait a few seconds and run it again"
        case "OPERATION_TIME_LIMIT":
            "this method used up its working time; wait ten minutes or read less"
        case "OVERLOAD_LIMIT":
            "the portal is blocked for overload; Bitrix24's support lifts that"
        case "EXPIRED_TOKEN":
            "the application's access has run out and was not renewed; authorize it again"
        case "USER_ACCESS_ERROR", "ACCESS_DENIED", "BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION":
            "the webhook's user has no right to this"
        default:
            status == 401 ? "check the webhook in Bitrix24: it may be deleted, expired, or its user dismissed" : nil
        }
    }

    private static func scopeHint(method: String) -> String {
        let scopes = Catalogue.method(method)?.scopes.filter { $0 != "basic" } ?? []
        return scopes.isEmpty
            ? "give the webhook the right that this method needs"
            : "give the webhook the right '\(scopes.joined(separator: "' or '"))' in Bitrix24"
    }
}

extension String {
    var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
