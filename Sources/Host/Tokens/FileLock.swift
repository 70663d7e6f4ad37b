import Glibc

/// A lock that one program at a time has, however many wait for it. The system lets it go when the program ends.
struct FileLock: Sendable {
    private let descriptor: CInt

    private static let pause = Duration.milliseconds(50)
    private static let mostPauses = 600

    /// Waits for the lock, half a minute at most, without holding up a thread.
    ///
    /// - Throws: `TokenFailure` if the file can't be made, or another program doesn't let it go.
    init(path: String) async throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw TokenFailure("\(path): \(LocalFile.Failure().reason)") }
        for _ in 0..<Self.mostPauses {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.descriptor = descriptor
                return
            }
            do {
                try await Task.sleep(for: Self.pause)
            } catch {
                close(descriptor)
                throw error
            }
        }
        close(descriptor)
        throw TokenFailure("\(path) has been held by another program for half a minute")
    }

    /// Lets it go.
    func end() { close(descriptor) }
}
