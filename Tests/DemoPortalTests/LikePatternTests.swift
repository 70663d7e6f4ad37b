import Testing

@testable import DemoPortal

@Suite("A pattern of LIKE")
struct LikePatternTests {
    @Test(
        "matches as in SQL",
        arguments: [
            ("мол%", "Молоко", true), ("мол%", "смола", false), ("%мол", "помол", true), ("%мол%", "смола", true),
            ("м_л", "мел", true), ("м_л", "мл", false), ("100\\%", "100%", true), ("100\\%", "1000", false),
            ("", "", true),
            ("%", "", true), ("%%", "x", true), ("a%b%c", "a-b-b-c", true), ("a%b", "ab-", false), ("\\", "\\", true),
            ("_", "", false), ("%a_", "xxab", true),
        ])
    func matching(pattern: String, text: String, expected: Bool) {
        #expect(LikePattern(pattern).matches(SearchText.fold(text)) == expected)
    }

    @Test("takes nothing as special when only a part is looked for")
    func containing() {
        #expect(LikePattern(containing: "100%").matches("скидка 100%!"))
        #expect(!LikePattern(containing: "1_0").matches("110"))
    }

    @Test("ends soon even where many stars could go astray")
    func effort() {
        let pattern = LikePattern(String(repeating: "a%", count: 50) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
    }
}
