import Bitrix24
import JSON
import Ledger
import Testing
import Trials

@testable import Host

@Suite("What a script remembers that a person runs")
struct RunMemoryTests {
    private let folder: TemporaryFolder
    private let settings: Settings

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("scripts")
        try folder.write("", to: "scripts/a.lua")
        var settings = Settings()
        settings.path = "\(folder.path)/lunokhod.yaml"
        self.settings = settings
    }

    private func memory(_ script: String = "scripts/a.lua") -> RunMemory {
        RunMemory(settings: settings, environment: [:], portal: nil, script: "\(folder.path)/\(script)")
    }

    /// What `serve` finds.
    private func served(_ key: String) async throws -> [UInt8]? {
        let ledger = try #require(try settings.openLedger(role: .beside, environment: [:]))
        defer { ledger.close() }
        return try await ledger.memory(portal: "main", script: "\(folder.path)/scripts/a.lua")
            .value(key, now: Stamp(milliseconds: 0))
    }

    @Test("serve knows what a run by hand has remembered", arguments: ["scripts/a.lua", "./scripts/../scripts/a.lua"])
    func shared(path: String) async throws {
        let memory = memory(path)
        try await memory.set("x", to: Array("5".utf8), for: nil)
        await memory.end(isWell: true)
        #expect(try await served("x") == Array("5".utf8))
    }

    @Test func `a key goes back when a run failed that had changed nothing, or whose changes were refused`()
        async throws
    {
        let memory = memory()
        #expect(try await memory.once("k", for: nil))
        let writes = RunWrites(memory: memory)
        let call = PortalCall("crm.deal.add")
        let number = writes.begin([call])[0]
        let refusal = PortalError(code: "ACCESS_DENIED", message: "no", method: "crm.deal.add", execution: .answered)
        writes.end(number, of: call, with: .failure(refusal))
        await memory.end(isWell: false)
        #expect(try await served("k") == nil)
    }

    @Test func `a key stays used when a run failed whose change has no answer`() async throws {
        let memory = memory()
        #expect(try await memory.once("k", for: nil))
        _ = RunWrites(memory: memory).begin([PortalCall("crm.deal.add")])
        await memory.end(isWell: false)
        #expect(try await served("k") == JSONValue.bool(true).bytes)
    }
}
