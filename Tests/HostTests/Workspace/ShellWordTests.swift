import Testing

@testable import Host

@Suite struct ShellWordTests {
    @Test(
        "what a shell would take apart stands between quotation marks",
        arguments: [
            ("scripts/reports/x-1.lua", "scripts/reports/x-1.lua"), ("отчёт.lua", "отчёт.lua"), ("a b", "'a b'"),
            ("", "''"),
            ("it's", #"'it'\''s'"#), ("$(x)", "'$(x)'"), ("a\nb", "'a\nb'"), ("~/x", "'~/x'"),
        ])
    func word(_ plain: String, _ word: String) {
        #expect(ShellWord(plain).text == word)
    }
}
