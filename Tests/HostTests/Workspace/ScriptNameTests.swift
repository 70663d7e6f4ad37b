import Testing

@testable import Host

@Suite struct ScriptNameTests {
    @Test(
        "letters, digits, _ and - make a name, and .lua is dropped",
        arguments: [
            ("weekly_sales", "weekly_sales"), ("weekly-sales.lua", "weekly-sales"), ("2026", "2026"),
            ("отчёт", "отчёт"),
            ("_x", "_x"),
        ])
    func good(_ text: String, _ name: String) throws {
        #expect(try ScriptName(text).text == name)
    }

    @Test(
        "what could be another place or hide is no name",
        arguments: [
            "", ".lua", ".", "..", "a/b", "../x", "/x", "a.b", "x.lua.lua", "-x", "_", "a b", "a\nb", "a\0",
            "x\u{202E}y",
            String(repeating: "x", count: 201),
        ])
    func bad(_ text: String) {
        let failure = #expect(throws: HostFailure.self) { try ScriptName(text) }
        #expect(failure?.exit == .usage)
        #expect(failure?.description.contains("\n") == false || text.contains("\n"))
    }

    @Test("a title is made of the name's words")
    func titles() throws {
        #expect(try ScriptName("weekly_sales").title == "Weekly sales")
        #expect(try ScriptName("__просроченные-задачи").title == "Просроченные задачи")
    }
}
