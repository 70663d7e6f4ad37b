import Testing

@testable import DemoPortal

@Suite("A query as PHP reads it")
struct PHPQueryTests {
    private func parse(_ text: String) throws -> Parameter { .map(try PHPQuery.parse(text)) }

    private func map(_ members: KeyValuePairs<String, Parameter>) -> Parameter {
        .map(ParameterMap(members.map { ($0.key, $0.value) }))
    }

    @Test(
        "means what it means to PHP",
        arguments: [
            ("a=1&b=2", ["a": .text("1"), "b": .text("2")]),
            ("a=1&a=2", ["a": .text("2")]),
            ("a", ["a": .text("")]),
            ("a==b", ["a": .text("=b")]),
            ("=x&&a=1&", ["a": .text("1")]),
            ("a[]=x&a[]=y", ["a": .list([.text("x"), .text("y")])]),
            ("a[1]=x&a[0]=y", ["a": .map(ParameterMap([("1", .text("x")), ("0", .text("y"))]))]),
            ("a[5]=x&a[]=y", ["a": .map(ParameterMap([("5", .text("x")), ("6", .text("y"))]))]),
            ("filter[>ID]=5", ["filter": .map(ParameterMap([(">ID", .text("5"))]))]),
            ("filter%5B%3EID%5D=5", ["filter": .map(ParameterMap([(">ID", .text("5"))]))]),
            ("a[b][c]=1", ["a": .map(ParameterMap([("b", .map(ParameterMap([("c", .text("1"))])))]))]),
            ("a[b]x=1", ["a": .map(ParameterMap([("b", .text("1"))]))]),
            ("a[b=1", ["a_b": .text("1")]),
            ("[a]=1", ["_a]": .text("1")]), ("[a=1", ["_a": .text("1")]),
            ("a.b c=1", ["a_b_c": .text("1")]),
            ("a=1&a[b]=2", ["a": .map(ParameterMap([("b", .text("2"))]))]),
            ("a[b]=2&a=1", ["a": .text("1")]),
            ("a=%d0%9f+%2B", ["a": .text("П +")]),
            ("a=100%&b=%zz&c=%4", ["a": .text("100%"), "b": .text("%zz"), "c": .text("%4")]),
        ] as [(String, KeyValuePairs<String, Parameter>)])
    func meaning(query: String, expected: KeyValuePairs<String, Parameter>) throws {
        #expect(try parse(query) == map(expected))
    }

    @Test("keeps numbered fields of a phone together")
    func nesting() throws {
        let query = "fields[PHONE][0][VALUE]=1&fields[PHONE][0][VALUE_TYPE]=WORK"
        let phone = map(["VALUE": .text("1"), "VALUE_TYPE": .text("WORK")])
        #expect(try parse(query) == map(["fields": map(["PHONE": .list([phone])])]))
    }

    @Test("repairs bytes that are no UTF-8")
    func brokenText() throws {
        #expect(try parse("a=%ff") == map(["a": .text("\u{FFFD}")]))
    }

    @Test("has limits, and exceeding them is an error instead of a loss")
    func limits() throws {
        let deep = "a" + String(repeating: "[x]", count: PHPQuery.deepest - 1)
        #expect(try PHPQuery.parse(deep + "=1").count == 1)
        #expect(throws: PHPQuery.Failure.tooDeep) { try PHPQuery.parse(deep + "[x]=1") }
        let many = Array(repeating: "a[]=1", count: PHPQuery.mostPairs).joined(separator: "&")
        #expect(try PHPQuery.parse(many)["a"]?.elements?.count == PHPQuery.mostPairs)
        #expect(throws: PHPQuery.Failure.tooManyPairs) { try PHPQuery.parse(many + "&b=1") }
    }

    @Test("reads back whatever is written into it")
    func roundTrip() throws {
        var random = RandomSource(seed: 1, stream: "queries")
        for _ in 0..<500 {
            let value = randomMap(&random, depth: 3)
            var pairs: [String] = []
            write(.map(value), name: nil, to: &pairs)
            #expect(try PHPQuery.parse(pairs.joined(separator: "&")) == value)
        }
    }

    @Test("never fails on noise, and reads it the same way twice")
    func noise() throws {
        var random = RandomSource(seed: 2, stream: "noise")
        let alphabet = Array("ab[]=&%+.05 >\u{0}Ы")
        for _ in 0..<3_000 {
            let text = String((0..<random.below(40)).map { _ in random.element(of: alphabet) })
            #expect(try PHPQuery.parse(text) == PHPQuery.parse(text))
        }
    }

    // MARK: Random parameters

    private func randomMap(_ random: inout RandomSource, depth: Int) -> ParameterMap {
        var map = ParameterMap()
        for place in 0..<(1 + random.below(4)) {
            let name = random.element(of: ["a", ">ID", "!=Имя", "x y".replacingSpace(), "%", "0x"]) + String(place)
            map[name] = random.chance(0.4) && depth > 0 ? randomGroup(&random, depth: depth - 1) : randomText(&random)
        }
        return map
    }

    private func randomGroup(_ random: inout RandomSource, depth: Int) -> Parameter {
        if random.chance(0.5) { return .map(randomMap(&random, depth: depth)) }
        return .list((0..<(1 + random.below(4))).map { _ in randomText(&random) })
    }

    private func randomText(_ random: inout RandomSource) -> Parameter {
        let alphabet = Array("aЯ=&%+[] \n\"$5")
        return .text(String((0..<random.below(8)).map { _ in random.element(of: alphabet) }))
    }

    private func write(_ value: Parameter, name: String?, to pairs: inout [String]) {
        if let members = value.members {
            for (key, member) in members {
                let key = encoded(key)
                write(member, name: name.map { "\($0)%5B\(key)]" } ?? key, to: &pairs)
            }
        } else {
            pairs.append("\(name ?? "")=\(encoded(value.text ?? ""))")
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let hex = String(byte, radix: 16)
            return "%" + (hex.count < 2 ? "0" : "") + hex
        }.joined()
    }
}

extension String {
    /// PHP turns spaces in names into underscores.
    fileprivate func replacingSpace() -> String { String(map { $0 == " " ? "_" : $0 }) }
}
