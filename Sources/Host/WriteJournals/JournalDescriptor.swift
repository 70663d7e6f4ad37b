import Glibc

/// A journal's open file, which no other program has meanwhile.
final class JournalDescriptor: Sendable {
    private let path: String
    private let number: Int32

    init(path: String) throws(HostFailure) {
        self.path = path
        number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard number >= 0 else {
            throw HostFailure("the journal \(path) can't be opened: \(LocalFile.Failure().reason)")
        }
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            throw HostFailure("the journal \(path) is in use by another program; wait until that has ended")
        }
    }

    deinit { close(number) }

    /// Adds bytes, on to the disk; if that fails nothing of them stays.
    func write(_ bytes: [UInt8], at offset: Int) throws(HostFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(number, $0.baseAddress?.advanced(by: written), bytes.count - written, off_t(offset + written))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw undone(to: offset) }
            written += count
        }
        guard fsync(number) == 0 else { throw undone(to: offset) }
    }

    /// Drops all from an offset on.
    func cut(at offset: Int) throws(HostFailure) {
        guard ftruncate(number, off_t(offset)) == 0, fsync(number) == 0 else { throw failure() }
    }

    /// Makes sure that nobody but its owner can read it, and that its name outlasts a crash.
    func settle() throws(HostFailure) {
        guard fchmod(number, 0o600) == 0 else { throw failure() }
        do throws(LocalFile.Failure) { try LocalFile.syncFolder(of: path) } catch { throw failure(error) }
    }

    /// Some bytes from an offset on; none at the end.
    func read(at offset: Int, count: Int = 64 << 10) throws(HostFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let count = pread(number, &bytes, bytes.count, off_t(offset))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            return Array(bytes.prefix(count))
        }
    }

    /// The line at an offset, without its newline.
    func line(at offset: Int) throws(HostFailure) -> [UInt8] {
        var line: [UInt8] = []
        while true {
            let piece = try read(at: offset + line.count, count: 1 << 10)
            if let newline = piece.firstIndex(of: UInt8(ascii: "\n")) { return line + piece[..<newline] }
            guard !piece.isEmpty else { return line }
            line += piece
        }
    }

    private func undone(to offset: Int) -> HostFailure {
        let failure = failure()
        ftruncate(number, off_t(offset))
        return failure
    }

    private func failure(_ failure: LocalFile.Failure = LocalFile.Failure()) -> HostFailure {
        HostFailure(
            "the journal \(path) can't be read or written: \(failure.reason); mend that and run it again to go on")
    }
}
