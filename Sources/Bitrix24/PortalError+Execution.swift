extension PortalError {
    /// Codes of failures before or beside the portal's answer.
    enum Code {
        static let unreachable = "UNREACHABLE"
        static let timeout = "TIMEOUT"
        static let broken = "BROKEN"
        static let notAnAnswer = "NOT_AN_ANSWER"
        static let redirected = "REDIRECTED"
        static let tooLarge = "TOO_LARGE"
        static let list = "LIST"
        static let unknownOutcome = "UNKNOWN_OUTCOME"
        static let authorizeAgain = "AUTHORIZE_AGAIN"
        static let tokenStore = "TOKEN_STORE"
        static let cancelled = "CANCELLED"
        static let encoding = "ENCODING"
        static let decoding = "DECODING"
    }

    /// Whether the request found no way to the portal.
    var isUnreachable: Bool { code == Code.unreachable }

    /// Whether the portal refused the call for one of its limits, which pass by themselves.
    var isLimit: Bool { isRateLimit || isOperatingLimit }

    /// Too many requests.
    var isRateLimit: Bool { code.uppercased() == "QUERY_LIMIT_EXCEEDED" }

    /// The method's working time is used up.
    var isOperatingLimit: Bool { code.uppercased() == "OPERATION_TIME_LIMIT" }

    /// Whether the access token has run out.
    var isExpiredToken: Bool { code.uppercased() == "EXPIRED_TOKEN" }

    /// Whether it would be wrong to try again, whatever was executed: a block by hand, a caller who has gone.
    var isFinal: Bool {
        ["OVERLOAD_LIMIT", Code.cancelled, Code.authorizeAgain, Code.tokenStore, Code.tooLarge, Code.redirected]
            .contains(code.uppercased())
    }

    /// What is known of the execution by code and status of an answer.
    static func execution(code: String, status: Int) -> Execution {
        switch (status, code.uppercased()) {
        case (_, "QUERY_LIMIT_EXCEEDED"), (_, "OPERATION_TIME_LIMIT"), (_, "OVERLOAD_LIMIT"), (_, "EXPIRED_TOKEN"),
            (429, _):
            .notDone
        case (500..., _): .unknown
        default: .answered
        }
    }

    /// The error of a change whose outcome nobody knows.
    func asUnknownOutcome() -> PortalError {
        PortalError(
            code: Code.unknownOutcome, message: "it is not known whether this was done: \(message)", method: method,
            status: status, execution: .unknown,
            hint: "look in Bitrix24 whether the change is there before you repeat it")
    }

    /// The same error, told of another method: a batch's failure is that of each of its calls.
    func told(of method: String) -> PortalError {
        var error = self
        error.method = method
        return error
    }
}

extension PortalError {
    static func cancelled(_ method: String) -> PortalError {
        PortalError(code: Code.cancelled, message: "the call was given up", method: method, execution: .notDone)
    }

    static func notForBatch(_ method: String) -> PortalError {
        PortalError(
            code: "BATCH", message: "this can't be written as commands of a batch", method: method,
            execution: .notDone, hint: "make the calls one by one")
    }

    static func methodName(_ method: String) -> PortalError {
        PortalError(
            code: "METHOD_NAME", message: "this is not the name of a method", method: method.withoutMarkup,
            hint: "names are letters, digits and dots, such as crm.deal.list")
    }
}
