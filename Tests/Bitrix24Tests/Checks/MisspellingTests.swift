import Testing

@testable import Bitrix24

@Suite struct MisspellingTests {
    @Test(
        "a slip of the finger is told",
        arguments: [("TITEL", "TITLE"), ("title", "TITLE"), ("STAGEID", "STAGE_ID"), ("OPPORTUNTIY", "OPPORTUNITY")])
    func slips(wrong: String, right: String) {
        #expect(Misspelling.meant(wrong, among: ["TITLE", "STAGE_ID", "OPPORTUNITY", "UF_*"]) == right)
    }

    @Test(
        "other names are other names",
        arguments: ["ADDRESS_2", "PHONE_WORK", "X", "", "ORDER", "STAGE", "UTM_TERM"])
    func others(name: String) {
        #expect(
            Misspelling.meant(name, among: ["ADDRESS", "ADDRESS_1", "PHONE_HOME", "ID", "ORIGIN", "UTM_NAME"]) == nil)
    }
}
