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
        let refused = book.take(.broken(digest: "2", reason: "line 1: no"), of: name)
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
        let refused = book.take(.broken(digest: "2", reason: "no"), of: name)
        #expect(refused == [.refused(name, reason: "no", goesOn: false)])
        #expect(book.scripts.isEmpty)
        let gone = book.keep(only: [])
        #expect(gone == [.mended(name)])
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
        #expect(plain == [.removed(name)])
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
