import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

/// The second half of `make demo`.
@Suite("Tools/show-handler", .timeLimit(.minutes(5)))
struct ShowHandlerTests {
    @Test func `it shows what a handler wrote of a deal that a colleague added, and leaves nothing behind`()
        async throws
    {
        let workspace = try Workspace()
        let outcome = try await Subprocess.run(
            .path(FilePath("\(MarkdownPage.repository)/Tools/show-handler")),
            arguments: [FilePath("\(Program.folder)/lunokhod").string],
            // Whoever calls it may have settings for another portal.
            environment: .inherit.updating(["TMPDIR": workspace.path, "LUNOKHOD_PORTAL": "another"]),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        #expect(outcome.terminationStatus == .exited(0), "\(outcome.standardError)")
        #expect(outcome.standardOutput.contains("cause     ONCRMDEALADD, event 1"))
        #expect(outcome.standardOutput.contains("info    a new deal amount="))
        #expect(workspace.names().isEmpty)
    }
}
