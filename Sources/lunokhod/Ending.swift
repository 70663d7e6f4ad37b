import ArgumentParser
import Glibc
import Host
import JSON
import Scripting

/// How the program ends when something went wrong: one sentence on standard error, and the exit code.
enum Ending {
    static func exit(with error: any Error) -> Never {
        switch error {
        case let failure as HostFailure:
            complain(failure.description)
            Glibc.exit(failure.exit.rawValue)
        case let failure as ScriptFailure:
            complain(failure.description)
            for frame in failure.traceback.dropFirst() { Terminal.error.write("  called from \(frame)\n") }
            Glibc.exit(HostFailure.Exit.failed.rawValue)
        case let reported as Reported:
            Glibc.exit(reported.code)
        default:
            let code = Lunokhod.exitCode(for: error)
            guard code != .success else { Lunokhod.exit(withError: error) }
            let isUsage = code == .validationFailure
            let text = isUsage ? Lunokhod.fullMessage(for: error) : Lunokhod.message(for: error)
            Terminal.error.write((isUsage ? "" : "lunokhod: ") + text + "\n")
            Glibc.exit(isUsage ? HostFailure.Exit.usage.rawValue : HostFailure.Exit.failed.rawValue)
        }
    }

    /// A failure that has been told already, as JSON.
    struct Reported: Error { let code: Int32 }

    private static func complain(_ sentence: String) {
        Terminal.error.write(Terminal.error.styled("lunokhod: ", .red) + sentence + "\n")
    }

    /// A failure as `--json` shows it, and its exit code.
    static func json(of error: any Error) -> (JSONValue, Int32) {
        switch error {
        case let failure as HostFailure:
            return (["ok": false, "error": ["message": .string(failure.description)]], failure.exit.rawValue)
        case let failure as ScriptFailure:
            var members: JSONObject = [
                "message": .string(failure.message), "script": .string(failure.script),
                "traceback": .array(failure.traceback.map(JSONValue.string)),
            ]
            members["line"] = failure.line.map(JSONValue.integer)
            members["details"] = failure.error
            return (["ok": false, "error": .object(members)], HostFailure.Exit.failed.rawValue)
        default:
            return (["ok": false, "error": ["message": .string("\(error)")]], HostFailure.Exit.failed.rawValue)
        }
    }
}
