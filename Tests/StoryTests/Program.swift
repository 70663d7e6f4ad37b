import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// The program of this build, run as its user runs it.
struct Program {
    /// What a run left behind.
    struct Result: Sendable {
        let code: Int
        let output: String
        let errors: String

        /// Everything that it showed.
        var everything: String { output + errors }
    }

    /// The folder that it runs in.
    let workspace: Workspace
    var environment: [String: String] = [:]

    /// Runs it with these arguments.
    func run(_ arguments: String...) async throws -> Result { try await run(arguments) }

    /// Runs it with these arguments.
    func run(_ arguments: [String]) async throws -> Result {
        var variables: [Environment.Key: String] = [:]
        for (name, value) in environment { variables[Environment.Key(rawValue: name) ?? "PATH"] = value }
        let outcome = try await Subprocess.run(
            .path(FilePath("\(Self.folder)/lunokhod")), arguments: Arguments(arguments),
            environment: .custom(variables), workingDirectory: FilePath(workspace.path),
            output: .string(limit: 8 << 20), error: .string(limit: 1 << 20))
        var code = -1
        if case .exited(let status) = outcome.terminationStatus { code = Int(status) }
        return Result(code: code, output: outcome.standardOutput, errors: outcome.standardError)
    }

    /// Where the build puts its programs: beside the test bundle.
    static let folder: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }()
}

/// A folder of its own, removed at the end.
final class Workspace: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/lunokhod-story-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
        }
        guard !path.isEmpty else { throw Failure() }
    }

    struct Failure: Error {}

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and returns its name.
    @discardableResult
    func write(_ name: String, _ text: String, mode: mode_t = 0o644) throws -> String {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, mode)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        fchmod(descriptor, mode)
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
        return name
    }

    /// A file's bytes; nil if there is no such file.
    func read(_ name: String) -> [UInt8]? {
        guard let file = fopen("\(path)/\(name)", "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return bytes
    }

    /// The names in a folder, hidden ones too.
    func names(in folder: String = ".") -> [String] {
        guard let directory = opendir("\(path)/\(folder)") else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
