import Forms
import Testing
import Trials

@Suite("A form as PHP reads it")
struct PHPFormTests {
    private func read(_ text: String) throws -> FormValue { try PHPForm.decode(Array(text.utf8)) }

    @Test(
        "means what it means to PHP",
        arguments: [
            ("a=1&b=2", ["a": "1", "b": "2"]),
            ("a=1&a=2", ["a": "2"]),
            ("a", ["a": ""]),
            ("a==b", ["a": "=b"]),
            ("=x&&a=1&", ["a": "1"]),
            ("  a=1&   =2", ["a": "1"]),
            ("0=x&1=y", ["0": "x", "1": "y"]),
            ("a[]=x&a[]=y", ["a": ["x", "y"]]),
            ("a[1]=x&a[0]=y", ["a": ["1": "x", "0": "y"]]),
            ("a[5]=x&a[]=y", ["a": ["5": "x", "6": "y"]]),
            ("a[00]=x&a[]=y", ["a": ["00": "x", "0": "y"]]),
            ("filter[>ID]=5", ["filter": [">ID": "5"]]),
            ("filter%5B%3EID%5D=5", ["filter": [">ID": "5"]]),
            ("a[b][c]=1", ["a": ["b": ["c": "1"]]]),
            ("a[b]x=1", ["a": ["b": "1"]]),
            ("a[b]x[c]=1", ["a": ["b": "1"]]),
            ("a[b[c]=1", ["a": ["b[c": "1"]]),
            ("a[b=1", ["a_b": "1"]),
            ("[a]=1", ["_a]": "1"]), ("[a=1", ["_a": "1"]),
            ("a.b c=1", ["a_b_c": "1"]),
            ("a=1&a[b]=2", ["a": ["b": "2"]]),
            ("a[b]=2&a=1", ["a": "1"]),
            ("a[b]=2&a=1&a[]=3", ["a": ["3"]]),
            ("a=%d0%9f+%2B", ["a": "П +"]),
            ("a=100%&b=%zz&c=%4", ["a": "100%", "b": "%zz", "c": "%4"]),
        ] as [(String, FormValue)])
    func meaning(form: String, expected: FormValue) throws {
        #expect(try read(form) == expected)
    }

    @Test("keeps numbered fields of a phone together")
    func nesting() throws {
        let form = "fields[PHONE][0][VALUE]=1&fields[PHONE][0][VALUE_TYPE]=WORK"
        #expect(try read(form) == ["fields": ["PHONE": [["VALUE": "1", "VALUE_TYPE": "WORK"]]]])
    }

    @Test("repairs bytes that are no UTF-8, in names, too")
    func brokenText() throws {
        #expect(try read("a=%ff&b%c3=%e2%82") == ["a": "\u{FFFD}", "b\u{FFFD}": "\u{FFFD}"])
    }

    @Test("has limits, and exceeding them is an error instead of a loss")
    func limits() throws {
        let limits = FormLimits(bytes: 40, pairs: 3, depth: 3, nameBytes: 9)
        func read(_ text: String) throws -> FormValue { try PHPForm.decode(Array(text.utf8), limits: limits) }
        #expect(try read("a[b][c]=1&b=2&c=3") == ["a": ["b": ["c": "1"]], "b": "2", "c": "3"])
        #expect(throws: FormError.tooManyPairs(limit: 3)) { try read("a=1&b=2&c=3&d") }
        #expect(throws: FormError.tooDeep(pair: 2, limit: 3)) { try read("x=1&a[b][][]=1") }
        #expect(throws: FormError.nameTooLong(pair: 1, limit: 9)) { try read("abcdefghij=1") }
        #expect(try read("abcdefghi=" + String(repeating: "1", count: 30))["abcdefghi"]?.text?.utf8.count == 30)
        #expect(throws: FormError.tooManyBytes(limit: 40)) { try read("a=" + String(repeating: "1", count: 39)) }
    }

    @Test("is never read deeper than what can be freed")
    func deepest() throws {
        var limits = FormLimits(depth: .max, nameBytes: .max)
        limits.depth = .max
        let form = Array(("a" + String(repeating: "[x]", count: FormLimits.deepest) + "=1").utf8)
        #expect(throws: FormError.tooDeep(pair: 1, limit: FormLimits.deepest)) {
            try PHPForm.decode(form, limits: limits)
        }
    }

    @Test("reads back big groups by name")
    func bigGroups() throws {
        let form = (0..<500).map { "n[k\($0)]=\($0)&l[]=\($0)" }.joined(separator: "&")
        let value = try read(form)
        #expect((0..<500).allSatisfy { value["n"]?["k\($0)"]?.text == String($0) })
        #expect(value["l"]?.elements?.count == 500)
        #expect(value["n"]?["k500"] == nil)
    }

    @Test("an event of a portal is found by its names")
    func event() throws {
        let form = try read(
            "event=ONCRMDEALUPDATE&event_handler_id=39&data%5BFIELDS%5D%5BID%5D=5&ts=1736405807"
                + "&auth%5Bdomain%5D=demo.invalid&auth%5Bapplication_token%5D=secret")
        #expect(form["auth"]?["application_token"]?.text == "secret")
        #expect(form["data"]?["FIELDS"]?["ID"]?.text == "5")
        #expect(form["data"]?["FIELDS"]?["NAME"] == nil)
        #expect(form["event"]?["FIELDS"] == nil)
    }

    @Test("never fails on noise, and what was read is read again from what is written of it")
    func noise() throws {
        var random = SeededRandom(seed: 2)
        let alphabet = Array("ab[]=&%+.05 >\u{0}Ы".utf8)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let value = try PHPForm.decode(bytes, limits: FormLimits(depth: 64))
            #expect(try PHPForm.decode(bytes, limits: FormLimits(depth: 64)) == value)
            let again = try PHPForm.decode(PHPForm.encode(value), limits: FormLimits(depth: 64))
            if !FormSample.hasClosingBracket(value) { #expect(again == value) }
        }
    }

    @Test("reads back whatever is written")
    func roundTrip() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<300 {
            let value = FormSample.map(&random, depth: 4)
            #expect(try PHPForm.decode(PHPForm.encode(value), limits: FormLimits(pairs: .max)) == value)
        }
    }

    @Test("leaves out what a form can't say")
    func inexpressible() {
        #expect(PHPForm.encode(["a": [], "b": "1", "c": .map(FormMap())]) == Array("b=1".utf8))
        #expect(PHPForm.encode("text").isEmpty)
        #expect(PHPForm.encode(["a b": ["x y": "1 2&~"]]) == Array("a+b%5Bx+y%5D=1+2%26%7E".utf8))
    }
}
