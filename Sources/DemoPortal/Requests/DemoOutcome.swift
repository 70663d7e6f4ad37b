/// What becomes of a request over HTTP.
struct DemoOutcome: Hashable, Sendable {
    enum Ending: Hashable, Sendable {
        case reply(DemoReply)
        /// The connection is reset without an answer.
        case reset
        /// The connection is closed after half of that answer.
        case closed(DemoReply)
    }

    let ending: Ending
    /// After how many seconds.
    var delay = 0.0
}
