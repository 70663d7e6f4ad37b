/// What the daemon has done since it started.
struct DaemonTally: Sendable {
    /// Runs that were begun.
    var started = 0
    /// Runs that ended, by how.
    var ended: [String: Int] = [:]
    /// How long the last job waited after it was ready, in seconds.
    var wait = 0.0
}
