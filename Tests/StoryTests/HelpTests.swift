import Testing

/// The help of commands, in terminals of some widths.
@Suite("Help")
struct HelpTests {
    /// The commands whose help is more than a list of options.
    static let commands = ["serve", "demo", "run", "export", "new", "types", "methods", "portal check"]

    private func help(_ command: String, columns: Int) async throws -> [Substring] {
        let program = Program(
            workspace: try Workspace(), environment: ["PATH": "/usr/bin:/bin", "COLUMNS": "\(columns)"])
        let result = try await program.run(["help"] + command.split(separator: " ").map(String.init))
        #expect(result.code == 0)
        return result.output.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Whether a line is left though the next one's first word had room in it: a break that the terminal didn't need.
    private func isBrokenEarly(_ line: Substring, before next: Substring, columns: Int) -> Bool {
        guard let word = next.split(separator: " ").first, !line.isEmpty else { return false }
        return line.count + 1 + word.count < columns
    }

    @Test(arguments: ["serve", "demo"], [80, 100])
    func `no line is wider than the terminal`(command: String, columns: Int) async throws {
        for line in try await help(command, columns: columns) {
            #expect(line.count <= columns, "\(line)")
        }
    }

    @Test(arguments: commands, [80, 100])
    func `what a command does is told in full lines`(command: String, columns: Int) async throws {
        let lines = try await help(command, columns: columns)
        let overview = lines.prefix { !$0.hasPrefix("USAGE:") && !$0.hasPrefix("Example:") }
        #expect(overview.count > 1)
        for (line, next) in zip(overview, overview.dropFirst()) {
            #expect(!isBrokenEarly(line, before: next, columns: columns), "\(line)")
        }
    }
}
