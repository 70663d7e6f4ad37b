import Spelling
import Testing

@Suite struct NearestNameTests {
    let names = NearestName(among: ["schedule", "scopes", "title", "run", "crm.deal.list", "crm.deal.get"])

    @Test(
        "a slip of the finger finds its name",
        arguments: [
            ("shedule", "schedule"), ("titel", "title"), ("Scope", "scopes"), ("crm.deal.lst", "crm.deal.list"),
        ])
    func near(wrong: String, right: String) {
        #expect(names.nearest(to: wrong) == right)
    }

    @Test("a name that is like no other finds nothing", arguments: ["", "deliver", "x", "крм"])
    func far(wrong: String) {
        #expect(names.nearest(to: wrong) == nil)
        #expect(names.hint(for: wrong).isEmpty)
    }

    @Test("of several near names the nearest wins, and swapped neighbours count as one slip")
    func nearest() {
        #expect(NearestName(among: ["deals", "detail", "deal"]).nearest(to: "dael") == "deal")
    }
}
