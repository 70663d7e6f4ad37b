import JSON
import Testing

@testable import Host
@testable import Scripting

@Suite("Titles while their portal isn't known")
struct BlindTitlesTests {
    @Test func `a title stands for itself, and it is known that one was named`() throws {
        let titles = BlindTitles()
        #expect(titles.answers("names.stage") && titles.answers("names.field") && titles.answers("names.choice"))
        #expect(!titles.answers("b24.call") && !titles.wereAsked)
        let answer = try titles.answer(HostCall(name: "names.stage", arguments: ["entity": "deal", "title": "Won"]))
        #expect(try JSONValue(parsing: answer.bytes) == "Won")
        #expect(titles.wereAsked)
    }
}
