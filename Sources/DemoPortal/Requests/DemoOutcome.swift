/// What becomes of a request over HTTP.
struct DemoOutcome: Hashable, Sendable {
    var ending: Ending
    /// After how many seconds.
    var delay = 0.0

    enum Ending: Hashable, Sendable {
        case reply(DemoReply)
    }
}
