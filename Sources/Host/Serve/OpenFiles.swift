import Glibc

/// How many files and connections this process may have at once.
enum OpenFiles {
    /// How many are kept for everything but connections from outside.
    static let kept = 256

    /// How many connections from outside there may be: the ledger, the runs and the portals need files, too.
    static func connections(wanted: Int, allowed: Int) -> Int { min(wanted, max(16, allowed - kept)) }

    /// Allows as many as the system lets this process have, and says how many that are.
    static func raise() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return kept * 2 }
        let wanted = min(limit.rlim_max, 65_536)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        return Int(min(limit.rlim_cur, 1 << 30))
    }
}
