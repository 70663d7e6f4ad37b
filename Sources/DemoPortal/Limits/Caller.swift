/// Who calls: each has budgets of its own.
enum Caller: Hashable, Sendable {
    /// The program that holds the portal, without HTTP: no limits and no latency.
    case house
    case webhook
    case application
}
