import Testing
import Trials

@testable import Timetable

@Suite("A zone")
struct ZoneTests {
    @Test("Offsets are those that CPython's zoneinfo gives", arguments: ZoneSamples.all)
    func offsets(sample: ZoneSamples.Sample) throws {
        let zone = try Zone(identifier: sample.name, tzif: ZoneSamples.bytes(sample.hex))
        for (seconds, offset) in sample.offsets {
            #expect(zone.offset(at: Moment(unixSeconds: seconds)) == offset, "\(sample.name) at \(seconds)")
        }
    }

    @Test("A local time becomes the first moment that shows it, or the end of the gap", arguments: ZoneSamples.all)
    func localTimes(sample: ZoneSamples.Sample) throws {
        let zone = try Zone(identifier: sample.name, tzif: ZoneSamples.bytes(sample.hex))
        for (text, seconds) in sample.local {
            let date = try #require(CivilDate(iso: String(text.prefix(10))))
            let time = try #require(CivilTime(iso: String(text.suffix(8))))
            #expect(zone.moment(of: date, time).unixSeconds == seconds, "\(sample.name) at \(text)")
        }
    }

    @Test("What a zone shows leads back to the moment, or to the earlier of two", arguments: ZoneSamples.all)
    func roundTrips(sample: ZoneSamples.Sample) throws {
        let zone = try Zone(identifier: sample.name, tzif: ZoneSamples.bytes(sample.hex))
        var random = SeededRandom(seed: 7)
        for _ in 0..<400 {
            let moment = Moment(unixSeconds: Int.random(in: -5_000_000_000...50_000_000_000, using: &random))
            let (date, time) = zone.civil(at: moment)
            let back = zone.moment(of: date, time)
            #expect(back <= moment)
            #expect(zone.civil(at: back) == (date, time))
            #expect(Moment(iso8601: zone.iso8601(moment)) == moment)
        }
    }

    @Test("Text carries the zone's offset at that moment")
    func text() throws {
        let kathmandu = try zone("Asia/Kathmandu")
        #expect(kathmandu.iso8601(Moment(unixSeconds: 1_794_776_400)) == "2026-11-16T02:45:00+05:45")
        let newYork = try zone("America/New_York")
        #expect(newYork.iso8601(Moment(unixSeconds: 1_794_776_400)) == "2026-11-15T16:00:00-05:00")
        // In 1900 Moscow was 2:30:17 ahead.
        let moscow = try zone("Europe/Moscow")
        #expect(moscow.iso8601(Moment(unixSeconds: -2_208_988_800)) == "1900-01-01T02:30:00+02:30")
    }

    @Test("The day that Samoa left out has no moment of its own")
    func samoa() throws {
        let apia = try zone("Pacific/Apia")
        let missing = try #require(CivilDate(iso: "2011-12-30"))
        #expect(apia.moment(of: missing) == apia.moment(of: missing.adding(days: 1)))
        #expect(apia.date(at: apia.moment(of: missing)) == missing.adding(days: 1))
    }

    @Test("The system's own files are found, UTC even without files")
    func systemFiles() throws {
        let moscow = try Zone(identifier: "Europe/Moscow")
        #expect(moscow.offset(at: Moment(unixSeconds: 1_794_776_400)) == 10_800)
        #expect(try Zone(identifier: "UTC", folder: "/nonexistent") == .utc)
        #expect(throws: ZoneError.noZoneFiles(folder: "/nonexistent")) {
            try Zone(identifier: "Europe/Moscow", folder: "/nonexistent")
        }
    }

    @Test(
        "A name that isn't one is refused before any file is touched",
        arguments: [
            "", "/etc/passwd", "../../etc/passwd", "Europe/../Moscow", "Europe//Moscow", "Europe/", "a b", "Москва",
        ])
    func badNames(name: String) {
        #expect(throws: ZoneError.badIdentifier(name)) { try Zone(identifier: name) }
    }

    @Test(
        "An unknown name is answered with the nearest ones",
        arguments: [
            ("Europe/Moskow", "Europe/Moscow"), ("europe/moscow", "Europe/Moscow"), ("Berlin", "Europe/Berlin"),
        ])
    func nearest(wrong: String, right: String) throws {
        let error = #expect(throws: ZoneError.self) { try Zone(identifier: wrong) }
        let text = try #require(error?.description)
        #expect(text.hasPrefix("There is no time zone \"\(wrong)\"; did you mean \(right)"))
    }

    @Test("A folder and a file of another kind are no zones")
    func otherFiles() {
        #expect(throws: ZoneError.self) { try Zone(identifier: "Europe") }
        #expect(throws: ZoneError.self) { try Zone(identifier: "leapseconds") }
    }

    private func zone(_ name: String) throws -> Zone {
        let sample = try #require(ZoneSamples.all.first { $0.name == name })
        return try Zone(identifier: name, tzif: ZoneSamples.bytes(sample.hex))
    }
}
