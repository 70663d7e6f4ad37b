import Testing

@testable import Host

@Suite struct KeyValueTests {
    @Test(
        "a condition is split behind its field, whatever signs stand before it and in its value",
        arguments: [
            (">=CLOSEDATE=2026-01-01", ">=CLOSEDATE", "2026-01-01"), ("STAGE_ID=WON", "STAGE_ID", "WON"),
            ("=STAGE_ID=WON", "=STAGE_ID", "WON"), ("!=STAGE_ID=WON", "!=STAGE_ID", "WON"), ("<ID=5", "<ID", "5"),
            ("!STAGE_ID=C1:WON", "!STAGE_ID", "C1:WON"), ("<=ID=5", "<=ID", "5"), ("%TITLE=a=b=c", "%TITLE", "a=b=c"),
            ("=%TITLE=%a", "=%TITLE", "%a"), ("!%TITLE=>=x", "!%TITLE", ">=x"), ("@ID=1,2", "@ID", "1,2"),
            ("><ID=1", "><ID", "1"), ("COMPANY_ID=", "COMPANY_ID", ""), ("ufCrm5_1=ä", "ufCrm5_1", "ä"),
        ])
    func conditions(text: String, key: String, value: String) throws {
        let condition = try KeyValue(filter: text)
        #expect(condition.key == key)
        #expect(condition.value == value)
    }

    @Test(
        "what is no condition is told with what to write",
        arguments: zip(
            [
                "STAGE_ID", "ID>=5", "ID>5", "=>ID=5", "===ID=5", "=5", ">=5", "", "TWO WORDS=1",
                "https://x/rest/1/s3cret/=1",
            ],
            [
                "no value", "comparison behind the field", "comparison behind the field", "no comparison of Bitrix24",
                "no comparison of Bitrix24", "no value", "no value", "no value", "no field's name", "an address",
            ]))
    func mistakes(text: String, says: String) throws {
        let failure = try #require(throws: HostFailure.self) { try KeyValue(filter: text) }
        #expect(failure.exit == .usage)
        #expect(failure.description.hasPrefix("--filter: "))
        #expect(failure.description.contains(says), "\(failure)")
        #expect(!failure.description.contains("s3cret"))
    }

    @Test("a parameter is split at its first sign")
    func parameters() throws {
        #expect(try KeyValue(parameter: "entityTypeId=2").value == "2")
        #expect(try KeyValue(parameter: "a=b=c").value == "b=c")
        for wrong in ["entityTypeId", "=2", "", "a b=c"] {
            #expect(throws: HostFailure.self) { try KeyValue(parameter: wrong) }
        }
    }
}
