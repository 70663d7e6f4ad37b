import Testing
import Trials

@testable import Alerts

@Suite struct MailTextTests {
    private func text(
        _ message: AlertMessage, to: [String] = ["a@example.com"], at moment: Double = 1_700_000_000, id: String = "1"
    ) throws -> String {
        let addresses = try to.map { try MailAddress($0) }
        let bytes = MailText.bytes(
            message, from: try MailAddress("bot@lunokhod.example"), to: addresses, at: moment, id: id)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a mail has the headers that readers and servers expect, once each")
    func headers() throws {
        let letter = try #require(
            Letter(try text(.sample(), to: ["a@example.com", "b@example.com"], id: "4f-1.x\r\n<>@")))
        #expect(letter["Date"] == "Tue, 14 Nov 2023 22:13:20 +0000")
        #expect(letter["From"] == "Lunokhod <bot@lunokhod.example>")
        #expect(letter["To"] == "a@example.com, b@example.com")
        #expect(letter["Message-ID"] == "<4f-1.x@lunokhod.example>")
        #expect(letter["Subject"] == "Lunokhod: Run failed: sales")
        #expect(letter["Auto-Submitted"] == "auto-generated")
        #expect(letter["Content-Type"] == "text/plain; charset=utf-8")
        #expect(letter["Content-Transfer-Encoding"] == "base64" && letter["MIME-Version"] == "1.0")
        #expect(letter.headers.count == 9)
        #expect(letter.text == "no such field\r\nline 3\r\n")
    }

    @Test(
        "a subject that is not plain and short becomes encoded words",
        arguments: [
            "Сбой запуска: продажи", String(repeating: "long ", count: 30), "=?UTF-8?B?aGk=?=", "\u{1F600}", "a\u{301}",
        ])
    func subjects(title: String) throws {
        let letter = try #require(Letter(try text(.sample(title: title))))
        #expect(letter["Subject"]?.hasPrefix("=?UTF-8?B?") == true)
        #expect(letter.subject == title)
    }

    @Test("no title or body adds a header, ends the headers or makes a long line", arguments: 0..<60)
    func hostile(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "a", " ", "\r\n", "\n", "\r", "\r\nBcc: x@evil.example\r\n", "\r\n\r\n", "\r\n.\r\n", "=?", "?=", "ж",
            "\u{1F600}", "\u{0}", "\u{85}", "\u{2028}", "\t", ":", "\u{301}", "\u{FEFF}",
        ]
        let hostile = { (most: Int) in
            (0..<Int.random(in: 0..<most, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
        }
        let message = AlertMessage.sample(title: hostile(80), body: hostile(3000))
        let text = try text(message)
        #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A })
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.utf8.contains(0x0D) && !$0.utf8.contains(0x0A) })
        let letter = try #require(Letter(text))
        #expect(
            letter.headers.map(\.name) == [
                "Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
        #expect(letter.subject?.unicodeScalars.elementsEqual(message.title.unicodeScalars) == true)
        let body = message.body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(letter.text?.unicodeScalars.elementsEqual((body + "\r\n").unicodeScalars) == true)
    }
}
