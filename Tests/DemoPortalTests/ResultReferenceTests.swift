import Testing

@testable import DemoPortal

@Suite("A reference to an earlier result")
struct ResultReferenceTests {
    private func replace(_ text: String) -> Parameter {
        ResultReference.replaced(in: text) { reference in
            switch (reference.command, reference.path) {
            case ("deal", ["ID"]): .integer(7)
            case ("deals", ["49", "ID"]): .text("120")
            case ("user", []): .list([.integer(1)])
            default: nil
            }
        }
    }

    @Test(
        "is replaced by what it names",
        arguments: [
            ("$result[deal][ID]", .integer(7)), ("$result[deals][49][ID]", .text("120")),
            ("$result[user]", .list([.integer(1)])), ("D_$result[deal][ID]!", .text("D_7!")),
            ("$result[deal][ID]-$result[deals][49][ID]", .text("7-120")),
            ("$result[nobody][0]", .text("")), ("x$result[nobody]", .text("x")),
            ("$result", .text("$result")), ("$result[deal", .text("$result[deal")),
            ("5 $ and $result[]", .text("5 $ and $result[]")),
            ("no dollar", .text("no dollar")), ("$$result[deal][ID]", .text("$7")),
        ] as [(String, Parameter)])
    func replacement(text: String, expected: Parameter) {
        #expect(replace(text) == expected)
    }

    @Test("is found at any depth of the parameters, in values only")
    func depth() {
        let nested = Parameter.map(ParameterMap([("$result[deal][ID]", .list([.text("$result[deal][ID]"), .null]))]))
        let replaced = nested.replacingReferences { _ in .integer(1) }
        #expect(replaced == .map(ParameterMap([("$result[deal][ID]", .list([.integer(1), .null]))])))
    }

    @Test("never breaks on noise")
    func noise() {
        var random = RandomSource(seed: 3, stream: "references")
        let pieces = ["$", "$result", "[", "]", "a", "Ж", "$result[a]", "[0]"]
        for _ in 0..<2_000 {
            let text = (0..<random.below(8)).map { _ in random.element(of: pieces) }.joined()
            guard case .text(let replaced) = ResultReference.replaced(in: text, by: { _ in .text("") }) else {
                Issue.record("a text became something else: \(text)")
                continue
            }
            #expect(replaced.count <= text.count)
        }
    }
}
