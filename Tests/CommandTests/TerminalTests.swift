import Testing

@testable import lunokhod

@Suite struct TerminalTests {
    @Test("a control character of somebody else's never reaches the terminal, and our own styling does")
    func escaped() {
        let title = "Дог\u{1B}]0;PWNED\u{7}\u{1B}[31mX\u{9B}1A\u{202E}\r\u{7F}"
        let line = Terminal.styled("not known: ", .yellow) + title + "\n"
        #expect(
            Terminal.escaped(line)
                == "\u{1B}[33mnot known: \u{1B}[0mДог�]0;PWNED��[31mX�1A���\n")
        #expect(Terminal.escaped(Terminal.styled(title, .bold)).unicodeScalars.count { $0 == "\u{1B}" } == 2)
    }

    @Test("letters of all scripts, emoji, tabs and lines stay as they are")
    func plain() {
        let text = "→ Сделки\t日本 👩‍👩‍👧 é\n\nعربي"
        #expect(Terminal.escaped(text) == text)
    }
}
