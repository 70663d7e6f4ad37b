import Testing

@testable import DemoPortal

@Suite("A key of a filter")
struct FilterKeyTests {
    @Test("is a prefix and a field, every prefix", arguments: FilterKey.Prefix.allCases)
    func prefixes(prefix: FilterKey.Prefix) {
        let key = FilterKey(prefix.rawValue + "TITLE")
        #expect(key.prefix == prefix)
        #expect(key.field == "TITLE")
    }

    @Test("may be a bare field")
    func bare() {
        #expect(FilterKey("ID").prefix == nil)
        #expect(FilterKey("").field == "")
    }
}
