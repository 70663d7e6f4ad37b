import Testing

@testable import CSV

@Suite("The search for what needs quotation marks")
struct QuoteMarksTests {
    /// Copies into the middle of a field of zeros; gives what was found and the field.
    private func copy(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ";")) -> (found: Bool, target: [UInt8]) {
        var target = [UInt8](repeating: 0, count: bytes.count + 2)
        let found = bytes.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return false }
                return QuoteMarks(delimiter: delimiter).copy(from, count: source.count, to: to + 1)
            }
        }
        return (found, target)
    }

    @Test("finds a mark at every place of a text of every length, and copies the text and no more")
    func everyPlace() {
        for length in 1...70 {
            let plain = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
            #expect(copy(plain) == (false, [0] + plain + [0]))
            for place in 0..<length {
                for mark in "\";\r\n".utf8 {
                    var text = plain
                    text[place] = mark
                    if copy(text) != (true, [0] + text + [0]) { Issue.record("\(length), \(place), \(mark)") }
                }
            }
        }
    }

    @Test("finds no other byte")
    func others() {
        let marks = Set("\";\r\n".utf8)
        for byte in UInt8.min...UInt8.max where !marks.contains(byte) {
            for length in [1, 3, 5, 11, 16, 40] { #expect(!copy(Array(repeating: byte, count: length)).found) }
        }
        #expect(copy([UInt8(ascii: ",")], delimiter: UInt8(ascii: ",")).found)
        #expect(copy([0x09], delimiter: 0x09).found)
    }
}
