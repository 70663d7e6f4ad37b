import Testing
import Trials

@testable import Ingress

@Suite struct StrayEventTests {
    private func complaint(
        _ path: String, token: String? = nil, knowing portals: [String] = ["main", "second"]
    ) -> String {
        StrayEvent(path: path[...], token: token).complaint(knowing: portals)
    }

    @Test(arguments: [
        ("/events/mian", "main"), ("/events/Main", "main"), ("/events/main/", "main"), ("/event/main", "main"),
        ("/main", "main"), ("/events/secnod", "second"), ("/x/events/second", "second"),
    ])
    func `the nearest right name is told with its address`(path: String, right: String) {
        let sentence = complaint(path)
        #expect(sentence.contains("did you mean '\(right)'?"))
        #expect(sentence.hasSuffix("let the address end with /events/\(right)"))
    }

    @Test func `where no name is near the right addresses are told`() {
        #expect(
            complaint("/events/headquarters")
                == "an event is lost: /events/headquarters is no portal's address; in Bitrix24, let the address end with "
                + "one of the settings' portals: /events/main, /events/second")
        #expect(complaint("/", knowing: []).hasSuffix("/events/ and a portal's name"))
        let many = (1...9).map { "portal-of-town-\($0)" }
        #expect(complaint("/events/x", knowing: many).hasSuffix("/events/portal-of-town-5, …"))
    }

    @Test func `a name of other letters is shown as it is read, and its address as it is written`() {
        let sentence = complaint("/events/%D0%93%D0%BB%D0%B0%D0%B2%D0%BD%D0%B8%D0%B9", knowing: ["Главный"])
        #expect(sentence.contains("/events/Главний is no portal's address; did you mean 'Главный'?"))
        #expect(sentence.hasSuffix("/events/%D0%93%D0%BB%D0%B0%D0%B2%D0%BD%D1%8B%D0%B9"))
    }

    @Test func `a token in the address is not shown`() {
        for path in ["/events/s3cret-token", "/events/%73%33cret-token", "/s3cret-token/main"] {
            let sentence = complaint(path, token: "s3cret-token")
            #expect(!sentence.contains("cret"))
            #expect(sentence.contains("an address that holds the token"))
        }
    }

    @Test func `whatever a stranger writes, it is one short line of what can be printed`() {
        var random = SeededRandom(seed: 23)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let name = String(decoding: bytes, as: UTF8.self)
            let coded = bytes.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            for path in ["/events/" + name, "/events/" + coded, name] {
                let event = StrayEvent(path: path[...], token: nil)
                #expect(event.place.unicodeScalars.count <= 61)
                #expect(
                    event.place.unicodeScalars.allSatisfy { scalar in
                        let category = scalar.properties.generalCategory
                        return category != .control && category != .format && category != .lineSeparator
                            && category != .paragraphSeparator
                    })
            }
        }
    }
}
