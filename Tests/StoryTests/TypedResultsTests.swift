import DemoPortal
import Testing

/// What scripts get where the portal writes numbers as texts, by the real program over real HTTP.
@Suite struct TypedResultsTests {
    private static let script = """
        local users, deals, tasks = {}, 0, 0
        for user in b24.user.get() do
          assert(math.type(user.ID) == "integer" and type(user.ACTIVE) == "boolean")
          for _, department in ipairs(user.UF_DEPARTMENT) do assert(math.type(department) == "integer") end
          users[user.ID] = user
        end
        for deal in b24.crm.deal.list { select = { "ID", "ASSIGNED_BY_ID" } } do
          deals = deals + (users[deal.ASSIGNED_BY_ID] and 1 or 0)
        end
        for task in b24.tasks.task.list { select = { "ID", "RESPONSIBLE_ID", "MULTITASK", "STATUS" } } do
          assert(math.type(task.id) == "integer")
          tasks = tasks + (users[task.responsibleId] and 1 or 0)
        end
        assert(users[b24.user.current().ID])
        print(deals > 0, tasks > 0)
        """

    @Test("users are found by what deals and tasks refer to them with, with titles told, too")
    func joins() async throws {
        var options = DemoPortalOptions()
        options.deals = 20
        let workspace = try Workspace()
        try workspace.write("s.lua", Self.script)
        try await DemoPortal(options: options).serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            #expect(try await program.run("types").code == 0)
            let result = try await program.run("run", "s.lua")
            #expect(result.output == "true\ttrue\n", "\(result.everything)")
        }
    }
}
