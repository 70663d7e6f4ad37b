import Testing

/// The flags of `demo` that make the portal misbehave.
@Suite struct MisbehaviourOptionsTests {
    @Test(
        "what can't be meant is wrong usage that names the flag",
        arguments: [
            ["--rate", "2"], ["--capacity", "5"], ["--limits", "standard", "--rate", "2", "--capacity", "5"],
            ["--rate", "0", "--capacity", "5"], ["--latency", "-1"], ["--count-latency", "nan"], ["--faults", "10"],
            ["--churn", "0"], ["--moved-to", "portal.example"], ["--limits", "free"],
        ])
    func wrong(arguments: [String]) async throws {
        let result = try await Program(workspace: Workspace()).run(["demo"] + arguments)
        #expect(result.code == 2)
        #expect(result.errors.contains(arguments[0]), "\(result.errors)")
    }

    @Test("a script meets the portal that the flags ask for")
    func moved() async throws {
        let workspace = try Workspace()
        try workspace.write("s.lua", "print(b24.user.current {}.NAME)")
        let program = Program(workspace: workspace, environment: ["PATH": "/usr/bin"])
        let usual = try await program.run("demo", "s.lua", "--deals", "1", "--latency", "5", "--limits", "enterprise")
        #expect(usual.code == 0, "\(usual.everything)")
        let moved = try await program.run("demo", "s.lua", "--deals", "1", "--moved-to", "http://127.0.0.1:1")
        #expect(moved.code == 1, "\(moved.everything)")
    }
}
