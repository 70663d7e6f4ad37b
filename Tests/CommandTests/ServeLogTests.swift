import JSON
import Logging
import Testing
import Timetable

@testable import lunokhod

@Suite("The log of serve")
struct ServeLogTests {
    private func line(
        _ form: LogForm, _ message: Logger.Message, level: Logger.Level = .info, _ metadata: Logger.Metadata = [:],
        own: Logger.Metadata = [:]
    ) -> String {
        var log = ServeLog(form: form, logLevel: .info)
        log.metadata = own
        let event = LogEvent(
            level: level, message: message, metadata: metadata, source: "test", file: "f", function: "g", line: 1)
        return log.line(event, at: ServeLog.time(Moment(unixSeconds: 1_795_770_000)))
    }

    @Test(
        arguments: [
            (.info, "info"), (.notice, "info"), (.warning, "warn"), (.error, "error"),
        ] as [(Logger.Level, String)])
    func `a line for people has the time, the level, the sentence and its facts in order`(
        level: Logger.Level, word: String
    ) {
        let line = line(.text, "it broke", level: level, ["script": "a.lua", "job": "7", "empty": ""])
        #expect(Terminal.escaped(line) == "2026-11-27T09:00:00Z \(word) it broke job=7 script=a.lua")
    }

    @Test func `whatever a script's error holds, it is one line`() {
        for form in [LogForm.text, .json] {
            let line = line(form, "one\ntwo\r\nthree\u{2028}four", ["reason": "five\nsix"])
            #expect(!Terminal.escaped(line).contains(where: \.isNewline) || form == .json)
            #expect(!line.utf8.contains(UInt8(ascii: "\n")) && !line.utf8.contains(UInt8(ascii: "\r")))
        }
    }

    @Test func `a line for machines is an object, and no fact replaces what each has`() throws {
        let text = line(.json, "it \"broke\"", level: .warning, ["at": "never", "job": "7"], own: ["script": "a.lua"])
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(
            value == [
                "at": "2026-11-27T09:00:00Z", "level": "warning", "message": "it \"broke\"", "job": "7",
                "script": "a.lua",
            ])
    }

    @Test func `an event's own fact wins over the logger's`() {
        #expect(line(.text, "x", ["job": "2"], own: ["job": "1"]).contains("job=2"))
    }
}
