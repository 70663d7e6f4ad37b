import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("Bytes of an answer")
struct JSONBufferTests {
    private func written(_ body: (inout JSONBuffer) -> Void) -> String {
        var json = JSONBuffer()
        body(&json)
        return String(decoding: json.finished(), as: UTF8.self)
    }

    @Test(
        "escape as the portal's PHP does",
        arguments: [
            ("a/b", #""a\/b""#), ("<br>&'\"", ##""\u003Cbr\u003E\u0026\u0027\u0022""##), ("\\ \n\r\t", #""\\ \n\r\t""#),
            ("\u{1}", ##""\u0001""##), ("Ёж «…»", "\"Ёж «…»\""),
            ("\u{2028}\u{2029}\u{2030}", "\"\\u2028\\u2029\u{2030}\""), ("", "\"\""),
        ])
    func escaping(text: String, expected: String) {
        #expect(written { $0.string(text) } == expected)
    }

    @Test("read back as the text they were written from")
    func roundTrip() throws {
        var random = RandomSource(seed: 5, stream: "texts")
        let alphabet = Array("aЯ\"'\\/<>&\n\t\u{0}\u{7F}\u{2028}\u{20AC}🚀")
        for _ in 0..<500 {
            let text = String((0..<random.below(30)).map { _ in random.element(of: alphabet) })
            #expect(try JSONValue(parsing: written { $0.string(text) }.utf8) == .string(text))
        }
    }

    @Test("close what is empty as PHP does")
    func empties() {
        #expect(
            written {
                $0.beginObject()
                $0.endObject()
            } == "[]")
        #expect(
            written {
                $0.beginObject()
                $0.name("a")
                $0.beginArray()
                $0.endArray()
                $0.name("b")
                $0.beginArray()
                $0.integer(1)
                $0.number(2.5)
                $0.number(3)
                $0.bool(true)
                $0.null()
                $0.endArray()
                $0.endObject()
            } == #"{"a":[],"b":[1,2.5,3,true,null]}"#)
    }

    @Test("tell moments with the zone's offset")
    func moments() {
        #expect(written { $0.moment(1_763_413_200, zone: TestPortal.moscow) } == #""2025-11-18T00:00:00+03:00""#)
        #expect(written { $0.moment(-1, zone: .utc) } == #""1969-12-31T23:59:59+00:00""#)
    }
}
