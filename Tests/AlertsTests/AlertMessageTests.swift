import JSON
import Testing
import Trials

@testable import Alerts

@Suite struct AlertMessageTests {
    private func message(_ alert: Alert, _ locale: AlertLocale = .en) -> AlertMessage {
        var book = AlertBook()
        guard let notice = book.happened(alert) else { return .trial(at: 0, locale: locale) }
        return AlertMessage(notice, at: alert.at, locale: locale)
    }

    @Test("a trouble is told in the reader's language, with its place and its own texts")
    func languages() {
        let alert = Alert(
            kind: .failed, portal: "a.bitrix24.ru", subject: "sales", text: "no such field", details: ["line 3"], at: 0)
        #expect(message(alert).title == "Lunokhod: Run failed: sales, a.bitrix24.ru")
        #expect(message(alert, .ru).title == "Lunokhod: Сбой запуска: sales, a.bitrix24.ru")
        #expect(message(alert).body == "no such field\nline 3")
    }

    @Test("the end tells how long and how often")
    func end() {
        var book = AlertBook()
        let alert = Alert(kind: .disk, portal: "", subject: "/var", text: "it is full", at: 0)
        for _ in 0..<3 { _ = book.happened(alert) }
        guard let notice = book.recovered(alert.topic, at: 3900) else {
            Issue.record("no end")
            return
        }
        let english = AlertMessage(notice, at: 3900, locale: .en)
        #expect(english.title == "Lunokhod: recovered: /var (Disk trouble)")
        #expect(english.body.hasPrefix("Over after 1 h 5 min; it began at 1970-01-01 00:00 UTC, it happened 3 times."))
        let russian = AlertMessage(notice, at: 3900, locale: .ru)
        #expect(russian.body.contains("случилось 3 раза"))
    }

    @Test("a storm is counted by kinds, and its list ends where the room does")
    func storm() {
        var book = AlertBook()
        for number in 0..<200 {
            _ = book.happened(
                Alert(kind: .failed, portal: "p", subject: "s\(number)", text: "it failed for long reasons", at: 0))
        }
        guard let notice = book.due(at: 60) else {
            Issue.record("no storm")
            return
        }
        let message = AlertMessage(notice, at: 60, locale: .en)
        #expect(message.title == "Lunokhod: 195 more scripts failed")
        #expect(message.body.unicodeScalars.count <= AlertMessage.longestBody)
        let shown = message.body.split(separator: "\n").count - 1
        #expect(message.body.hasSuffix("… and \(195 - shown) more"))
        #expect(AlertMessage(notice, at: 60, locale: .ru).title == "Lunokhod: ещё 195 скриптов завершились сбоем")
    }

    @Test(
        "Russian words follow their numbers",
        arguments: [(1, "раз"), (2, "раза"), (5, "раз"), (12, "раз"), (22, "раза")])
    func russian(count: Int, word: String) {
        #expect(RussianCount(count).pick("раз", "раза", "раз") == word)
    }

    @Test("no text of an alert is a code in a chat")
    func codes() {
        let alert = Alert(
            kind: .failed, portal: "p", subject: "[SEND=/x]a[/SEND]", text: "deals[1] [[B]x[/B] [URL=http://x]y", at: 0)
        let text = message(alert).chatText
        for code in ["[SEND", "[/SEND", "[URL", "[[B"] { #expect(!text.contains(code)) }
        #expect(text.contains("deals[1]"))
        #expect(text.components(of: "[B]") == 2 && text.components(of: "[/B]") == 2)
    }

    @Test("controls, turned directions and endless accents don't get through", arguments: 0..<50)
    func hostile(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let signs: [Unicode.Scalar] = [
            "a", "\r", "\n", "\u{0}", "\u{1B}", "\u{202E}", "\u{2028}", "\u{85}", "\u{301}", "[", "]", "ж", "\u{2066}",
            ":",
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<9000, using: &random) {
            scalars.append(signs.randomElement(using: &random) ?? "a")
        }
        let text = String(scalars)
        let message = message(Alert(kind: .loop, portal: text, subject: text, text: text, details: [text], at: .nan))
        #expect(message.title.unicodeScalars.count <= AlertMessage.longestTitle)
        #expect(message.body.unicodeScalars.count <= AlertMessage.longestBody)
        #expect(message.chatText.unicodeScalars.count <= AlertMessage.longestBody)
        for line in [message.title, message.portal, message.subject] {
            #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        }
        let bad: Set<Unicode.Scalar> = ["\r", "\u{0}", "\u{1B}", "\u{202E}", "\u{2028}", "\u{85}", "\u{2066}"]
        #expect(!message.body.unicodeScalars.contains(where: bad.contains))
        #expect(JSONValue(checking: HookChannel.body(message))?["title"]?.string == message.title)
    }
}

extension JSONValue {
    /// The value of some bytes; nil if they are no JSON.
    init?(checking bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes) else { return nil }
        self = value
    }
}

extension String {
    /// Into how many pieces a text cuts this one.
    func components(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count }
}
