/// How often a handler is called. The vendor says that a slow one is called more and more rarely, but not how much.
/// The demo's own rule: each slow or lost answer doubles the pause before the next call, from one second to a minute,
/// and each prompt one halves it, until there is none.
struct HandlerPace: Hashable, Sendable {
    /// An answer that takes more seconds is slow.
    static let patience = 1.0
    static let shortest = 1.0
    static let longest = 60.0

    /// Seconds between an answer and the next call.
    private(set) var pause = 0.0
    /// When the next call may be made, in seconds since 1970.
    private(set) var free = -Double.infinity

    /// Takes note of an answer.
    ///
    /// - Parameter seconds: how long it took; nil if there was none
    /// - Returns: whether the handler is slowed down
    mutating func answered(after seconds: Double?, at now: Double) -> Bool {
        let isSlow = seconds.map { $0 > HandlerPace.patience } ?? true
        if isSlow {
            pause = min(max(HandlerPace.shortest, pause * 2), HandlerPace.longest)
        } else {
            pause = pause / 2 < HandlerPace.shortest ? 0 : pause / 2
        }
        free = pause == 0 ? -.infinity : now + pause
        return isSlow
    }
}
