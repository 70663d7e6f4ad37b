import Subprocess
import SystemPackage

/// Runs a program with the message on its standard input and the facts in its environment.
///
/// The program is started without a shell and gets nothing of the host's environment but `PATH`, `HOME` and `LANG`.
public struct CommandChannel: AlertChannel {
    /// The program's path or name, and its arguments.
    public let command: [String]
    /// How long it may run; it is killed afterwards, and what it has started in its process group with it.
    public let deadline: Duration
    private let surroundings: [String: String]
    private let clock: any Clock<Duration>

    /// A channel.
    ///
    /// - Parameters:
    ///   - command: the program and its arguments; at least the program.
    ///   - deadline: how long it may run.
    ///   - surroundings: the host's environment, of which little is passed on.
    ///   - clock: what the deadline is measured with.
    public init(
        command: [String], deadline: Duration = .seconds(30), surroundings: [String: String],
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(AlertMistake) {
        guard let program = command.first, !program.isEmpty else {
            throw AlertMistake("needs a program, as a list: [/usr/local/bin/tell, --loud]")
        }
        guard command.allSatisfy({ !$0.utf8.contains(0) }) else { throw AlertMistake("has a zero byte") }
        self.command = command
        self.deadline = deadline
        // The rest is not even kept: it may have secrets.
        self.surroundings = surroundings.filter { ["PATH", "HOME", "LANG"].contains($0.key) }
        self.clock = clock
    }

    /// `command` with the program; its arguments may be secrets.
    public var name: String { "command \(HarmlessText.line(command[0], most: 200))" }

    /// Runs the program; anything but exit code 0 is a failure.
    public func send(_ message: AlertMessage) async throws(AlertFailure) {
        let reason: String?
        do {
            reason = try await race(message)
        } catch let error as SubprocessError {
            reason = Self.complaint(error)
        } catch let error as MessageFile.Failure {
            reason = "the message can't be handed to the program (\(error.errno))"
        } catch {
            reason = "it was stopped before it was done"
        }
        if let reason { throw AlertFailure(channel: name, reason: reason) }
    }

    /// Why a program did not begin. The library's own words are left out: they might have the arguments.
    private static func complaint(_ error: SubprocessError) -> String {
        let cause = error.underlyingError.map { " (\($0))" } ?? ""
        return "the program can't be run\(cause); is its path right, and may it be executed?"
    }

    /// What speaks against the run; nil if it went well.
    private func race(_ message: AlertMessage) async throws -> String? {
        try await withThrowingTaskGroup(of: String??.self) { group in
            group.addTask { .some(try await run(message)) }
            group.addTask { [clock, deadline] in
                try await clock.sleep(for: deadline)
                return .none
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let outcome = first else {
                return "it was still running after \(deadline.components.seconds) s and was killed"
            }
            return outcome
        }
    }

    private func run(_ message: AlertMessage) async throws -> String? {
        var options = PlatformOptions()
        options.processGroupID = 0
        // Killed at once, together with what it has started.
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        let program: Executable = command[0].contains("/") ? .path(FilePath(command[0])) : .name(command[0])
        let file = try MessageFile(Array("\(message.title)\n\n\(message.body)\n".utf8))
        let outcome = try await Subprocess.run(
            program, arguments: Arguments(Array(command.dropFirst())), environment: .custom(environment(message)),
            platformOptions: options, input: .fileDescriptor(file.descriptor, closeAfterSpawningProcess: false),
            output: .discarded, error: .discarded)
        withExtendedLifetime(file) {}
        return switch outcome.terminationStatus {
        case .exited(0): nil
        case .exited(let code): "the program ended with exit code \(code); run it by hand to see what it says"
        case .signaled(let signal): "the program was ended by signal \(signal)"
        }
    }

    /// The environment of the program.
    func environment(_ message: AlertMessage) -> [Environment.Key: String] {
        var variables = surroundings
        variables["LUNOKHOD_ALERT_TITLE"] = message.title
        variables["LUNOKHOD_ALERT_OCCASION"] = message.occasion.rawValue
        variables["LUNOKHOD_ALERT_KIND"] = message.kind?.rawValue ?? ""
        variables["LUNOKHOD_ALERT_PORTAL"] = message.portal
        variables["LUNOKHOD_ALERT_SUBJECT"] = message.subject
        variables["LUNOKHOD_ALERT_AT"] = Int(exactly: message.at.rounded(.down)).map(String.init) ?? ""
        var result: [Environment.Key: String] = [:]
        for (name, value) in variables { if let key = Environment.Key(rawValue: name) { result[key] = value } }
        return result
    }
}
