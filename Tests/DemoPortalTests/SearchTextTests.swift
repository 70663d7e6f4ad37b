import Testing

@testable import DemoPortal

@Suite("Text as the database compares it")
struct SearchTextTests {
    @Test(
        "knows no capitals and no dots of ё",
        arguments: [
            ("ЁЛКА Ёж", "елка еж"), ("ABC-xyz 1", "abc-xyz 1"), ("«Юг» — №1", "«юг» — №1"), ("ÄÖ Ўў Ω", "äö ўў ω"),
            ("", ""),
        ])
    func folding(text: String, expected: String) {
        #expect(SearchText.fold(text) == expected)
    }

    @Test("folds quickly to what it folds slowly")
    func agreement() {
        var random = RandomSource(seed: 8, stream: "folding")
        let alphabet = Array("aZ0 «»—…ЁёАЯРПря№ßЇÉ🚀\u{2028}")
        for _ in 0..<1_000 {
            let text = String((0..<random.below(20)).map { _ in random.element(of: alphabet) })
            let expected = text.lowercased().map { $0 == "ё" ? "е" : String($0) }.joined()
            #expect(SearchText.fold(text) == expected)
        }
    }
}
