/// What can go wrong with a request that was sent rightly.
public enum DemoFault: String, CaseIterable, Hashable, Sendable {
    /// Nothing goes wrong.
    case none
    /// 503 `QUERY_LIMIT_EXCEEDED`; nothing is executed.
    case tooManyRequests
    /// 503 `OVERLOAD_LIMIT`, a block by hand; nothing is executed.
    case overload
    /// 429 `OPERATION_TIME_LIMIT`; nothing is executed.
    case operatingLimit
    /// 401 `expired_token`; nothing is executed.
    case expiredToken
    /// The connection is reset before a byte of the answer; nothing is executed.
    case resetBeforeExecution
    /// The connection is reset before a byte of the answer, but the work is done.
    case resetAfterExecution
    /// The connection is closed in the middle of the answer; the work is done.
    case closedInsideAnswer
    /// 502 with a page of a proxy; nothing is executed.
    case badGatewayBeforeExecution
    /// 502 with a page of a proxy, but the work is done.
    case badGatewayAfterExecution
    /// A page of a proxy with status 200 in the place of the answer; the work is done.
    case page
    /// A whole HTTP answer with half of the JSON; the work is done.
    case truncatedJSON

    /// The refusal that stands for the work, or nil where the portal itself doesn't refuse.
    var refusal: RESTError? {
        switch self {
        case .tooManyRequests: .tooManyRequests
        case .overload: .overload
        case .operatingLimit: .operatingLimit
        case .expiredToken: .expiredToken
        default: nil
        }
    }
}
