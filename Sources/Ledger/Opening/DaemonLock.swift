import Glibc

/// The lock that only one daemon can have on a ledger. The system lets it go when the process ends, however it ends.
struct DaemonLock: ~Copyable, Sendable {
    private let descriptor: CInt

    /// Takes the lock beside the ledger at `path` and writes this process's number into it.
    init(ledger path: String) throws(LedgerError) {
        let opened = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw errno == EACCES || errno == EROFS
                ? .readOnly(path: path) : .io("\(path).lock: \(String(cString: strerror(errno)))")
        }
        guard Self.take(opened) else {
            let pid = Self.pid(in: opened)
            close(opened)
            throw .inUse(path: path, pid: pid)
        }
        let text = Array("\(getpid())\n".utf8)
        // A number that can't be written only makes another daemon's refusal less exact.
        if ftruncate(opened, 0) == 0 { _ = pwrite(opened, text, text.count, 0) }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }

    /// Takes the lock. Whoever looks for a daemon has it for an instant, and so has a process that was begun while it was
    /// held until it becomes another program; a daemon has it for longer.
    private static func take(_ descriptor: CInt) -> Bool {
        for attempt in 1...10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            if attempt < 10 { usleep(50_000) }
        }
        return false
    }

    /// The number of the process that wrote it; nil if it can't be read.
    static func pid(in descriptor: CInt) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
