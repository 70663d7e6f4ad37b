import Testing

@testable import Reports

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "Letters take one column, wide ones and emoji two, combining marks none",
        arguments: [
            ("", 0), ("abc", 3), ("Ёлка", 4), ("1\u{A0}234,50\u{A0}₽", 10), ("金曜日", 6), ("Ａ", 2), ("e\u{301}", 1),
            ("и\u{306}", 1), ("🚀", 2), ("👨‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("🇷🇺", 2), ("한국", 4), ("\u{200B}", 0), ("█▌", 2),
            ("—…", 2),
        ])
    func widths(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
