import Testing

@testable import lunokhod

@Suite struct TextFitTests {
    @Test("a text is padded and cut by the columns it takes, not by its letters")
    func columns() {
        #expect(TextFit.padded("日本", to: 6) == "日本  ")
        #expect(TextFit.padded("сделка", to: 3) == "сделка")
        #expect(TextFit.cut("сделки: список", to: 9) == "сделки:…")
        #expect(TextFit.cut("日本語", to: 4) == "日…")
        #expect(TextFit.cut("abc", to: 3) == "abc" && TextFit.cut("abc", to: 0).isEmpty)
    }

    @Test("a text is broken at its spaces, and a long word has a line of its own")
    func wrapped() {
        #expect(TextFit.wrapped("one two three", to: 7) == ["one two", "three"])
        #expect(TextFit.wrapped("a verylongword b", to: 5) == ["a", "verylongword", "b"])
        #expect(TextFit.wrapped("", to: 5) == [""])
    }
}
