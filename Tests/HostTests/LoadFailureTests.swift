import JSON
import Scripting
import Testing

@testable import Host

@Suite("Why a script can't be loaded")
struct LoadFailureTests {
    private func again(code: String?, line: Int? = 3) -> Double? {
        let error = code.map { JSONValue.object(["code": .string($0), "method": "crm.deal.fields"]) }
        return LoadFailure(ScriptFailure(message: "no", script: "a.lua", line: line, error: error)).again
    }

    @Test func `a mistake in its text needs another text`() {
        #expect(again(code: nil) == nil)
        #expect(
            LoadFailure(ScriptFailure(message: "'end' expected", script: "a.lua", line: 3)).reason
                == "line 3: 'end' expected")
    }

    @Test func `what passes by itself is tried soon, and what somebody has to put right later`() throws {
        let soon = try #require(again(code: "UNREACHABLE"))
        #expect(again(code: "INVALID_CREDENTIALS") == soon)
        let later = try #require(again(code: "NAME"))
        #expect(later > soon)
        // The sandbox was lost or can't be started.
        #expect(again(code: nil, line: nil) == later)
    }

    @Test func `a script that waits for the portal is told from one that goes on for ever`() throws {
        let waits = LoadFailure(notLoadedAfter: 20, waitingForTitles: true)
        #expect(waits.reason == "the portal hasn't said after 20 s what its titles stand for")
        let endless = LoadFailure(notLoadedAfter: 20, waitingForTitles: false)
        #expect(endless.reason == "it was not loaded after 20 s")
        #expect(try #require(waits.again) < (try #require(endless.again)))
    }
}
