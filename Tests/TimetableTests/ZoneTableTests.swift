import Testing
import Trials

@testable import Timetable

@Suite("The parser of zone files")
struct ZoneTableTests {
    @Test("A sound file that is cut anywhere is an error, never a crash")
    func cutFiles() throws {
        for sample in ZoneSamples.all {
            let bytes = ZoneSamples.bytes(sample.hex)
            for length in 0..<bytes.count {
                let error = #expect(throws: ZoneError.self) {
                    try Zone(identifier: sample.name, tzif: Array(bytes[..<length]))
                }
                #expect(error?.description.contains(sample.name) == true)
            }
        }
    }

    @Test("Files with changed bytes are an error or a zone that answers, never a crash")
    func mutatedFiles() throws {
        var random = SeededRandom(seed: 1957)
        for sample in ZoneSamples.all {
            let sound = ZoneSamples.bytes(sample.hex)
            for _ in 0..<300 {
                var bytes = sound
                for _ in 0...Int.random(in: 0...4, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[place] =
                        [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
                        .randomElement(using: &random) ?? 0
                }
                guard let zone = try? Zone(identifier: sample.name, tzif: bytes) else { continue }
                for moment in [Moment.earliest, Moment(unixSeconds: 1_794_776_400), Moment.latest] {
                    let (date, time) = zone.civil(at: moment)
                    #expect(abs(zone.moment(of: date, time).unixSeconds - moment.unixSeconds) <= 60 * 86_400)
                }
            }
        }
    }

    @Test("A file of version 1 is read from its 32-bit block")
    func firstVersion() throws {
        // One change at 1,000,000,000 from UTC to three hours ahead.
        var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
        for count: UInt8 in [0, 0, 0, 1, 2, 8] { bytes += [0, 0, 0, count] }
        bytes += [0x3B, 0x9A, 0xCA, 0x00, 1]
        bytes += [0, 0, 0, 0, 0, 0] + [0, 0, 0x2A, 0x30, 0, 4] + Array("UTC\0MSK\0".utf8)
        let zone = try Zone(identifier: "Test/First", tzif: bytes)
        #expect(zone.offset(at: Moment(unixSeconds: 999_999_999)) == 0)
        #expect(zone.offset(at: Moment(unixSeconds: 1_000_000_000)) == 10_800)
        #expect(zone.offset(at: .latest) == 10_800)
    }

    @Test("What makes a file useless is named")
    func reasons() {
        let cases: [([UInt8], String)] = [
            ([], "the file ends too early"),
            (Array("GIF89a".utf8) + [UInt8](repeating: 0, count: 100), "it isn't a TZif file"),
            (Array("TZif".utf8) + [UInt8](repeating: 0, count: 100), "it has no kinds of time"),
        ]
        for (bytes, reason) in cases {
            #expect(throws: ZoneError.malformed(identifier: "X", reason: reason)) {
                try Zone(identifier: "X", tzif: bytes)
            }
        }
    }
}
