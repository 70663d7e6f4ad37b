import Glibc

/// The sign that a daemon works with a ledger: the lock beside its file.
public struct DaemonSign: Hashable, Sendable {
    /// The daemon's process; nil if its number can't be read.
    public let pid: Int?

    /// Looks for the daemon of a ledger; nil if none runs.
    public static func look(besides ledger: String) -> DaemonSign? {
        let descriptor = open(ledger + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Only the lock itself tells: the number of a process that was killed stays in the file. It is given back at
        // once; a daemon that begins waits so long.
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
        return DaemonSign(pid: DaemonLock.pid(in: descriptor))
    }
}
