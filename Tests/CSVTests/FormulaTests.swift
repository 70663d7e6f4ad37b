import Testing

@testable import CSV

@Suite("Text that a spreadsheet would run")
struct FormulaTests {
    @Test(
        "gets an apostrophe",
        arguments: [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\n=1", " =1", "\u{A0}=1", "\"=1", "'=1", "＝1", "\0=1",
        ])
    func defused(hostile: String) {
        #expect(Formula.defused(hostile) == "'" + hostile)
    }

    @Test("is told apart from other text", arguments: ["", "a=1", "1-1", "Иванов", "'quoted'", "5", "#5", "x\t=1"])
    func harmless(harmless: String) {
        #expect(Formula.defused(harmless) == harmless)
    }

    @Test("the quick look at the first byte passes over no character that the thorough one sees")
    func firstBytes() {
        var quick = 0
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = UnicodeScalar(value) else { continue }
            let text = String(Character(scalar)) + "=1"
            if let first = text.utf8.first, !Formula.canBegin(with: first) {
                quick += 1
                if Formula.isBegun(by: text) { Issue.record("U+\(String(value, radix: 16))") }
            }
        }
        #expect(quick > 1_300)
        for letter in "aZ09ЩяÄ#(«".unicodeScalars {
            #expect(Formula.canBegin(with: String(letter).utf8.first ?? 0) == (letter == "«"), "\(letter)")
        }
    }

    @Test("a number as text is a number", arguments: ["-5", "-5.00", "0", "1000.00", ".5", "-.5", "5."])
    func numbers(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Formula.isNumber($0) })
    }

    @Test(
        "what only looks like a number is none",
        arguments: [
            "", "-", ".", "+5", "--5", "5-", "1.2.3", "1e5", "0x1", " 5", "5 ", "1,5", "٣",
            String(repeating: "9", count: 31),
        ])
    func noNumbers(text: String) {
        #expect(!Array(text.utf8).withUnsafeBufferPointer { Formula.isNumber($0) })
    }
}
