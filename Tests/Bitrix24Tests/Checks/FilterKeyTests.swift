import Testing

@testable import Bitrix24

@Suite struct FilterKeyTests {
    @Test(
        "an operator is told from its field",
        arguments: [
            (">=CLOSEDATE", ">=", "CLOSEDATE"), ("ID", "", "ID"), ("!@STAGE_ID", "!@", "STAGE_ID"),
            ("%TITLE", "%", "TITLE"), ("><DATE_CREATE", "><", "DATE_CREATE"), ("=%NAME", "=%", "NAME"),
        ])
    func parts(key: String, prefix: String, field: String) {
        let read = FilterKey(key)
        #expect(read.prefix == prefix)
        #expect(read.field == field)
        #expect(read.isOperator)
        #expect(!read.isGroup)
    }

    @Test("groups are no fields", arguments: ["LOGIC", "logic", "0", "12", "::SUBFILTER-1"])
    func groups(key: String) { #expect(FilterKey(key).isGroup) }

    @Test("what is no operator is told", arguments: ["=>ID", "$ID", "!!!ID", "- ID"])
    func unknown(key: String) { #expect(!FilterKey(key).isOperator) }
}
