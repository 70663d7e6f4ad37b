import CSV
import Testing

@Suite("Output bytes")
struct OutputBytesTests {
    @Test("they grow beyond their first memory and keep what was written")
    func growth() {
        var output = OutputBytes(capacity: 0)
        var expected: [UInt8] = []
        for number in 0..<5_000 {
            output.append("\(number) ")
            expected += Array("\(number) ".utf8)
        }
        #expect(output.count == expected.count)
        #expect(output.array == expected)
    }

    @Test("removed bytes are gone")
    func removal() {
        var output = OutputBytes()
        output.append("abc" as StaticString)
        output.removeAll()
        output.append(UInt8(ascii: "d"))
        #expect(output.array == [UInt8(ascii: "d")])
    }

    @Test("room that wasn't taken in doesn't count")
    func room() {
        var output = OutputBytes()
        output.room(for: 1_000)[0] = 1
        #expect(output.count == 0)
        output.room(for: 2)[0] = 7
        output.advance(by: 1)
        #expect(output.array == [7])
    }
}
