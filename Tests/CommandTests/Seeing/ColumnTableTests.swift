import Testing

@testable import lunokhod

@Suite struct ColumnTableTests {
    private func table() -> ColumnTable {
        var table = ColumnTable(headings: ["JOB", "CAUSE", "OUTCOME"], spare: 1)
        table.rows = [
            [.init("1"), .init("a long cause of it"), .init("done\nafter 2 s")],
            [.init("12"), .init("short"), .init("the portal refused it, and said why in many words")],
        ]
        return table
    }

    @Test("a pipe gets whole rows without headings, each on one line")
    func pipe() {
        let lines = table().lines(on: .plain(width: nil))
        #expect(lines.count == 2)
        #expect(lines[0] == "1    a long cause of it  done after 2 s")
        #expect(lines[1].hasSuffix("in many words"))
    }

    @Test("no line is wider than the terminal", arguments: [20, 40, 60, 80, 120])
    func fits(width: Int) {
        let lines = table().lines(on: .plain(width: width))
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count <= width }, "\(lines)")
    }

    @Test("a narrow terminal goes without the spare column")
    func narrow() {
        #expect(!table().lines(on: .plain(width: 40))[0].contains("CAUSE"))
        #expect(table().lines(on: .plain(width: 80))[0].contains("CAUSE"))
    }
}
