import Glibc
import SystemPackage

/// A message as a file in memory that a program reads as its standard input.
///
/// A pipe would need a writer at its other end: a program that doesn't read all of it would end the host by a signal,
/// or make a failure of a message that was told. Memory and not a folder, as a full disk is one of the troubles told.
final class MessageFile: Sendable {
    /// Why there is none.
    struct Failure: Error {
        let errno: Errno
    }

    /// The file, at its beginning; closed when this ends.
    let descriptor: FileDescriptor

    init(_ bytes: [UInt8]) throws(Failure) {
        let name = "/lunokhod-alert-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        let number = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard number >= 0 else { throw Failure(errno: Errno(rawValue: errno)) }
        // Nobody else opens it by its name.
        shm_unlink(name)
        descriptor = FileDescriptor(rawValue: number)
        do {
            // At the offset and not after it, so that the program begins with the first byte.
            try descriptor.writeAll(toAbsoluteOffset: 0, bytes)
        } catch {
            throw Failure(errno: error as? Errno ?? .ioError)
        }
    }

    deinit { try? descriptor.close() }
}
