import JSON
import Synchronization
import Timetable

/// An emulated Bitrix24: a company with deals, leads, contacts, companies, tasks and smart processes that answers
/// REST calls as the vendor documents them. For demonstrations, tests and authors of scripts; it lives in memory.
public final class DemoPortal: Sendable {
    /// All scopes that the portal knows.
    public static let scopes = [
        "crm", "task", "tasks", "user", "user_basic", "user_brief", "user.userfield", "userfieldconfig", "department",
        "im", "calendar",
    ]

    /// How the portal was set up.
    public let options: DemoPortalOptions
    let gateway: Gateway
    let state: Mutex<PortalState>

    /// Makes a portal and its data.
    public init(options: DemoPortalOptions = DemoPortalOptions()) {
        self.options = options
        gateway = Gateway(user: options.webhookUser, code: options.webhookCode)
        state = Mutex(DemoCompany(options: options).state())
    }

    /// The path of the webhook on the portal: `/rest/1/CODE/`.
    public var webhookPath: String { "/rest/\(options.webhookUser)/\(options.webhookCode)/" }

    /// How much the portal was asked so far.
    public var statistics: DemoPortalStatistics { state.withLock { $0.statistics } }

    /// Makes all deals ready for sending, so that their first reading is as quick as the later ones; for measurements.
    public func warmUp() { state.withLock { $0[.deal].dressAll(face: .classic) } }

    /// Answers a request as the HTTP server does, credentials and limits included, but at once.
    public func answer(_ request: DemoRequest) -> DemoReply {
        defer { ringBell() }
        return state.withLock { gateway.answer(request, state: &$0) }
    }

    /// Answers a call of a method without HTTP and without credentials; the webhook's scopes count, its limits don't.
    ///
    /// - Parameters:
    ///   - method: `crm.deal.list`
    ///   - parameters: an object as its JSON body would be
    public func answer(_ method: String, _ parameters: JSONValue = [:]) -> DemoReply {
        defer { ringBell() }
        guard case .map(let map) = Parameter(parameters) else {
            return state.withLock { gateway.answer(method: method, parameters: ParameterMap(), state: &$0) }
        }
        return state.withLock { gateway.answer(method: method, parameters: map, state: &$0) }
    }
}
