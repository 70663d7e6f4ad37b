import Testing

@testable import DemoPortal

@Suite("A selection")
struct SelectionTests {
    private func names(_ select: [String], _ dialect: Dialect = .classic, _ schema: Schema = .deal) -> [String] {
        Selection(select, schema: schema, dialect: dialect).runs.flatMap { $0 }.map { schema.fields[$0].name }
    }

    @Test("holds the named fields and the identifier, in the order of the schema")
    func named() {
        #expect(names(["TITLE", "ID"]) == ["ID", "TITLE"])
        #expect(names(["STAGE_ID", "NO_SUCH"]) == ["ID", "STAGE_ID"])
    }

    @Test("takes a star for everything but custom and multiple fields")
    func star() {
        let star = names(["*"], .classic, .contact)
        #expect(star.contains("NAME") && star.contains("UTM_TERM"))
        #expect(!star.contains { $0.hasPrefix("UF_") || $0 == "PHONE" })
        #expect(names(["UF_*"]).filter { $0 != "ID" }.allSatisfy { $0.hasPrefix("UF_CRM_") })
        #expect(names(["UF_*"]).count == 14)
        let people = "UF_CRM_1700000000015"
        #expect(!names(["UF_*"]).contains(people) && names([people]) == ["ID", people])
        #expect(names(["UF_*"], .item).contains(people))
    }

    @Test("joins neighbours, so that a whole record is one piece")
    func runs() {
        #expect(Selection.usual(of: .deal).runs.count == 1)
        #expect(Selection([4, 0, 1, 1]).runs == [0..<2, 4..<5])
    }

    @Test("of tasks brings the people along")
    func companions() {
        #expect(names(["RESPONSIBLE_ID"], .task, .task) == ["ID", "RESPONSIBLE_ID", "RESPONSIBLE"])
        #expect(names(["STATUS"], .task, .task) == ["ID", "STATUS", "SUB_STATUS"])
        #expect(names(["status"], .task, .task) == ["ID", "STATUS", "SUB_STATUS"])
    }
}
