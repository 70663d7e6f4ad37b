import JSON

/// Why a script failed, and where.
public struct ScriptFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened and what to do, without a full stop.
    public var message: String
    /// The script's file.
    public var script: String
    /// The line, from 1, if one is known.
    public var line: Int?
    /// The calls that led there, innermost first: `file:line: in function 'name'`.
    public var traceback: [String]
    /// The error table, if the script failed with one: `code`, `message`, `method`, `status`, `retryable`, `hint`.
    public var error: JSONValue?

    /// Describes a failure.
    public init(
        message: String, script: String, line: Int? = nil, traceback: [String] = [], error: JSONValue? = nil
    ) {
        self.message = message
        self.script = script
        self.line = line
        self.traceback = traceback
        self.error = error
    }

    /// Reads what the sandbox tells of a failure.
    init(told bytes: [UInt8], script: String) {
        let told = try? JSONValue(parsing: bytes)
        self.init(
            message: told?["message"]?.string ?? "the script failed", script: script, line: told?["line"]?.integer,
            traceback: told?["traceback"]?.array?.compactMap(\.string) ?? [], error: told?["error"])
    }

    /// The sentence for the person who meets it: `scripts/x.lua:12: …`.
    public var description: String {
        let place = line.map { "\(script):\($0)" } ?? script
        return "\(place): \(message)"
    }
}
