import Dispatch
import Glibc
import SystemPackage
import Trials

/// A folder with small programs that is gone after a test.
struct TestFolder: Sendable {
    /// Why something in it can't be made.
    struct Failure: Error {}

    private let home: TemporaryFolder

    var path: String { home.path }

    /// Hands a new folder to `body`.
    static func with(_ body: (TestFolder) async throws -> Void) async throws {
        try await body(TestFolder(home: try TemporaryFolder()))
    }

    /// A program for `/bin/sh`; its path.
    func script(_ text: String) throws -> String {
        let path = path + "/program"
        // Written under another name: what is still open for writing can't be executed.
        let file = try FileDescriptor.open(
            FilePath(path + ".new"), .writeOnly, options: [.create, .truncate, .closeOnExec],
            permissions: [.ownerReadWriteExecute])
        try file.closeAfter { _ = try file.writeAll("#!/bin/sh\n\(text)\n".utf8) }
        guard rename(path + ".new", path) == 0 else { throw Failure() }
        return path
    }

    /// The text of a file.
    func text(_ name: String) throws -> String { try Self.read("\(path)/\(name)") { _ in } }

    /// A named pipe; its path.
    func pipe(_ name: String) throws -> String {
        guard mkfifo("\(path)/\(name)", 0o600) == 0 else { throw Failure() }
        return "\(path)/\(name)"
    }

    /// What is written into a pipe until nobody holds it; `begun` is called after the first piece.
    func whole(_ pipe: String, begun: @escaping @Sendable () -> Void) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try Self.read(pipe) { count in if count == 1 { begun() } }
                    })
            }
        }
    }

    private static func read(_ path: String, _ piece: (Int) -> Void) throws -> String {
        let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            for number in 1... {
                let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
                guard count > 0 else { break }
                bytes += buffer.prefix(count)
                piece(number)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
