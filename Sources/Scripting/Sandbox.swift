import Subprocess
import SystemPackage
import Wire

/// Starts the program that runs scripts, one process a run.
public struct Sandbox: Sendable {
    /// The program's file.
    public let path: String

    /// The sandbox program at a path.
    public init(path: String) { self.path = path }

    /// A conversation with one process of the sandbox.
    struct Line {
        fileprivate let writer: StandardInputWriter
        fileprivate var output: SubprocessOutputSequence.AsyncIterator
        private var decoder = FrameDecoder()

        fileprivate init(writer: StandardInputWriter, output: SubprocessOutputSequence.AsyncIterator) {
            self.writer = writer
            self.output = output
        }

        /// Says something to the script.
        func send(_ message: HostMessage) async throws {
            _ = try await writer.write(message.frame.bytes)
        }

        /// Hears what the script says next; nil when its process is gone.
        mutating func receive() async throws -> CellMessage? {
            while true {
                if let frame = try decoder.next() { return try CellMessage(frame) }
                guard let piece = try await output.next() else { return nil }
                piece.withUnsafeBytes { decoder.append($0) }
            }
        }
    }

    /// How a process ended.
    enum Ending: Sendable {
        case exited(Int)
        case signalled(Int)

        /// What happened to it, for people.
        var description: String {
            switch self {
            case .exited(let code): "exit code \(code)"
            case .signalled(9): "it was killed; is there enough memory?"
            case .signalled(let signal): "signal \(signal)"
            }
        }
    }

    /// Runs `body` with a fresh process, which is killed if it still lives afterwards.
    ///
    /// The process gets no environment: secrets may be in the host's.
    func open<Result: Sendable>(
        _ body: (inout Line) async throws -> Result
    ) async throws -> (result: Result, ending: Ending) {
        var options = PlatformOptions()
        options.teardownSequence = []
        let outcome = try await run(
            .path(FilePath(path)), environment: .custom([Environment.Key: String]()), platformOptions: options,
            input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            var line = Line(
                writer: execution.standardInputWriter, output: execution.standardOutput.makeAsyncIterator())
            do {
                let result = try await body(&line)
                // Whatever the sandbox still does, its run is over.
                try? await execution.standardInputWriter.finish()
                return result
            } catch {
                try? execution.send(signal: .kill)
                throw error
            }
        }
        let ending: Ending =
            switch outcome.terminationStatus {
            case .exited(let code): .exited(Int(code))
            case .signaled(let signal): .signalled(Int(signal))
            }
        return (outcome.closureResult, ending)
    }
}
