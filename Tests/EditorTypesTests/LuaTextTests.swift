import Testing

@testable import EditorTypes

@Suite struct LuaTextTests {
    @Test(
        "names that Lua takes behind a dot stay, others get brackets",
        arguments: [
            ("ID", "ID"), ("_a1", "_a1"), ("end", #"["end"]"#), ("goto", #"["goto"]"#), ("1a", #"["1a"]"#),
            ("a-b", #"["a-b"]"#), ("", #"[""]"#), ("Сумма", #"["Сумма"]"#), ("private", #"["private"]"#),
        ])
    func keys(name: String, key: String) { #expect(LuaText.key(name) == key) }

    @Test(
        "a literal stays on its line whatever is in it",
        arguments: [
            ("a\"b", #""a\"b""#), ("a\\", #""a\\""#), ("a\nb\rc\td", #""a\nb\rc\td""#), ("\0\u{1B}", #""\x00\x1B""#),
            ("]] --", #""]] --""#), ("é\r\n", #""é\r\n""#),
        ])
    func literals(text: String, literal: String) { #expect(LuaText.quoted(text) == literal) }

    @Test("a remark is one line and not too long")
    func remarks() {
        #expect(LuaText.remark(" a\n---@class b\r\n") == " # a ---@class b")
        #expect(LuaText.remark("") == "")
        #expect(LuaText.remark("\n\t") == "")
        let long = LuaText.remark(String(repeating: "я", count: 10_000))
        #expect(long.count == LuaText.longestRemark + 3)
        #expect(long.hasSuffix("я…"))
    }

    @Test("a class's name has letters, digits, dots and underscores only")
    func classNames() { #expect(LuaText.className("crm.item:2/a b") == "crm.item_2_a_b") }
}
