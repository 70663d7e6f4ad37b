import Testing

@testable import Host

@Suite struct ReportNameTests {
    @Test(
        "a report is called as its script is",
        arguments: [
            ("scripts/reports/weekly_sales.lua", "weekly-sales"), ("a b.lua", "a-b"), ("x", "x"), ("", ""),
        ])
    func text(script: String, text: String) { #expect(ReportName(script: script).text == text) }

    private func shelf(_ script: String, _ others: String...) -> String? {
        ReportName(script: script).shelf(beside: others.map { ReportName(script: $0) })
    }

    @Test("a report whose name no other has needs nothing to be kept apart by")
    func alone() {
        #expect(shelf("scripts/a/sales.lua") == nil)
        #expect(shelf("scripts/a/sales.lua", "scripts/a/leads.lua") == nil)
    }

    @Test("reports of one name are kept apart by the folders in which their scripts' ways part")
    func equal() {
        #expect(shelf("scripts/a/sales.lua", "scripts/b/sales.lua") == "a")
        #expect(shelf("scripts/b/sales.lua", "scripts/a/sales.lua") == "b")
        #expect(shelf("scripts/sales.lua", "scripts/b/sales.lua") == "")
        #expect(shelf("scripts/x/a/sales.lua", "scripts/x/b/sales.lua", "scripts/y/sales.lua") == "x/a")
    }

    @Test("a script's name may be written in two ways, which are one name of a report")
    func written() { #expect(shelf("scripts/a/week_sales.lua", "scripts/b/week-sales.lua") == "a") }
}
