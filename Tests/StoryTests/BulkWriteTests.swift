import DemoPortal
import JSON
import Testing

/// A script that adds many contacts, run by the real program over real HTTP.
@Suite struct BulkWriteTests {
    @Test("2,000 contacts added in parallel are all there once, in their order, in hardly more requests than they fill")
    func contacts() async throws {
        var options = DemoPortalOptions()
        options.deals = 10
        let portal = DemoPortal(options: options)
        let workspace = try Workspace()
        try workspace.write(
            "add.lua",
            """
            local list = {}
            for number = 1, 2000 do list[number] = { NAME = "Contact " .. number, LAST_NAME = "Иванов & sons" } end
            local ids = parallel(list, function(row) return b24.crm.contact.add { fields = row } end)
            print(#ids, ids[1], ids[2000])

            """)
        try await portal.serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            let before = portal.identifiers(of: "crm.contact")
            let result = try await program.run("run", "add.lua", "--stats", "--json")
            #expect(result.code == 0, "\(result.everything)")
            let told = try JSONValue(parsing: result.output.utf8)
            let requests = try #require(told["statistics"]?["requests"]?.integer)
            #expect((40...60).contains(requests))
            #expect(told["statistics"]?["commands"] == 2_000)
            let names = portal.executed.compactMap { $0.parameters["fields"]?["NAME"]?.string }
            #expect(names == (1...2_000).map { "Contact \($0)" })
            let added = Array(portal.identifiers(of: "crm.contact").dropFirst(before.count))
            #expect(added.count == 2_000)
            let first = try #require(added.first)
            #expect(told["printed"]?[0]?.string == "2000\t\(first)\t\(first + 1_999)", "\(result.output)")
        }
    }
}
