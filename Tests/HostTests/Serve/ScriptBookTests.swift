import JSON
import Testing

@testable import Host

@Suite("The book of served scripts")
struct ScriptBookTests {
    private let name = "scripts/a.lua"

    private func text(_ digest: String) throws -> ScriptBook.Look {
        .served(try SampleScript.served(["kind": "handler", "on": ["ONCRMDEALADD"]], digest: digest))
    }

    @Test func `a new script is served and an unchanged one is nothing new`() throws {
        var book = ScriptBook()
        let first = book.take(try text("1"), of: name)
        #expect(first == [.added(name)])
        #expect(book.knows(name, digest: "1") && !book.knows(name, digest: "2"))
        let again = book.take(try text("1"), of: name)
        #expect(again.isEmpty)
        let second = book.take(try text("2"), of: name)
        #expect(second == [.replaced(name)])
    }

    @Test func `a broken text is refused and the old one goes on until a right one comes`() throws {
        var book = ScriptBook()
        _ = book.take(try text("1"), of: name)
        let refused = book.take(.broken(digest: "2", LoadFailure("line 1: no")), of: name)
        #expect(refused == [.refused(name, reason: "line 1: no", goesOn: true)])
        #expect(book.scripts[name]?.digest == "1")
        #expect(book.knows(name, digest: "2"))
        // The old text again is looked at, as it ends the trouble.
        #expect(!book.knows(name, digest: "1"))
        let mended = book.take(try text("1"), of: name)
        #expect(mended == [.mended(name)])
        #expect(book.broken.isEmpty)
    }

    @Test func `a script that is broken from the start is not served`() {
        var book = ScriptBook()
        let refused = book.take(.broken(digest: "2", LoadFailure("no")), of: name)
        #expect(refused == [.refused(name, reason: "no", goesOn: false)])
        #expect(book.scripts.isEmpty)
        let gone = book.keep(only: [])
        #expect(gone == [.removed(name)])
        #expect(book.broken.isEmpty)
    }

    @Test func `the same trouble is told once, and what may pass is looked at again though the text is the same`() {
        var book = ScriptBook()
        let first = book.take(.broken(digest: "2", LoadFailure("the portal is away", again: 30)), of: name)
        #expect(first.count == 1)
        #expect(!book.knows(name, digest: "2"))
        let again = book.take(.broken(digest: "2", LoadFailure("the portal is away", again: 30)), of: name)
        #expect(again.isEmpty)
        let same = book.take(.broken(digest: "2", LoadFailure("the portal is slow", again: 30)), of: name)
        #expect(same.isEmpty)
        #expect(book.broken[name] == "the portal is slow")
        let other = book.take(.broken(digest: "2", LoadFailure("line 1: no")), of: name)
        #expect(other == [.refused(name, reason: "line 1: no", goesOn: false)])
        #expect(book.knows(name, digest: "2"))
    }

    @Test func `a strange thing of a script is said whenever its text is new`() throws {
        var book = ScriptBook()
        let odd = try SampleScript.handler(["ONCRMDEALUPDAT", "OnCrmDealAdd"])
        let first = book.take(.served(odd), of: name)
        #expect(first.count == 2)
        guard case .remarked(_, let sentence) = first.last else { throw Strange() }
        #expect(sentence.contains("ONCRMDEALUPDAT,") && sentence.contains("did you mean 'ONCRMDEALUPDATE'?"))
        let again = book.take(.served(odd), of: name)
        #expect(again.isEmpty)
    }

    private struct Strange: Error {}

    @Test func `a script that defines nothing is named, and whether it did before`() throws {
        var book = ScriptBook()
        let first = book.take(.plain(digest: "1"), of: name)
        #expect(first == [.passedOver(name, wasServed: false)])
        _ = book.take(try text("2"), of: name)
        let second = book.take(.plain(digest: "3"), of: name)
        #expect(second == [.passedOver(name, wasServed: true)])
        // Nobody waits for it.
        let gone = book.keep(only: [])
        #expect(gone.isEmpty)
    }

    @Test func `a file that is gone or defines nothing any more is served no longer`() throws {
        var book = ScriptBook()
        _ = book.take(try text("1"), of: name)
        let kept = book.keep(only: [name])
        #expect(kept.isEmpty)
        let gone = book.keep(only: [])
        #expect(gone == [.removed(name)])
        _ = book.take(try text("1"), of: name)
        let plain = book.take(.plain(digest: "3"), of: name)
        #expect(plain == [.passedOver(name, wasServed: true)])
        #expect(book.knows(name, digest: "3"))
    }

    @Test func `a portal's events are those of handlers that are for it`() throws {
        var book = ScriptBook()
        for script in [
            try SampleScript.handler(["OnCrmDealAdd"], name: "a.lua"),
            try SampleScript.handler(["ONCRMLEADADD"], name: "b.lua", ["portal": "perm"]),
            try SampleScript.served(["kind": "job"], name: "c.lua"),
        ] { _ = book.take(.served(script), of: script.name) }
        #expect(book.events(of: "main") == ["ONCRMDEALADD"])
        #expect(book.events(of: "perm") == ["ONCRMDEALADD", "ONCRMLEADADD"])
    }
}
