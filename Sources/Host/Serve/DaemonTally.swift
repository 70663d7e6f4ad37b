/// What the daemon has done since it started.
struct DaemonTally: Sendable {
    /// Runs that were begun.
    var started = 0
    /// Runs that ended, by how.
    var ended: [String: Int] = [:]
}
