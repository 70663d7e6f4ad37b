import Glibc

/// A file of this machine, read and written whole.
struct LocalFile {
    /// Why a file can't be read or written, in the system's words.
    struct Failure: Error {
        let reason: String
        let isMissing: Bool
        /// Whether there is a file where a new one was to be.
        let isTaken: Bool

        init(errorNumber: Int32 = errno) {
            reason = String(cString: strerror(errorNumber)).lowercased()
            isMissing = errorNumber == ENOENT
            isTaken = errorNumber == EEXIST
        }
    }

    let path: String

    /// Reads its bytes.
    func read() throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure() }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    /// Writes its bytes, and on to the disk.
    func write(_ bytes: [UInt8], mode: mode_t = 0o644) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        try Self.write(bytes, to: descriptor)
    }

    /// Writes its bytes where there is nothing yet; what can't be written whole is removed.
    func create(_ bytes: [UInt8], mode: mode_t = 0o644) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        do throws(Failure) {
            try Self.write(bytes, to: descriptor)
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Failure() }
            written += count
        }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Failure() }
    }

    /// Puts these bytes in the place of its own: whoever reads it meanwhile sees the one or the other, whole.
    func replace(with bytes: [UInt8], mode: mode_t = 0o644) throws(Failure) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let beside = (parts.dropLast() + [".\(parts.last ?? "").\(getpid())"]).joined(separator: "/")
        do throws(Failure) {
            unlink(beside)
            try LocalFile(path: beside).write(bytes, mode: mode)
            guard rename(beside, path) == 0 else { throw Failure() }
            try Self.syncFolder(of: path)
        } catch {
            unlink(beside)
            throw error
        }
    }

    /// Makes a name that was given to a file durable.
    static func syncFolder(of path: String) throws(Failure) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Failure() }
    }

    /// Whether nobody but the user who runs this program can read it.
    var isOwnersAlone: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_uid == geteuid() && status.st_mode & 0o077 == 0
    }
}
