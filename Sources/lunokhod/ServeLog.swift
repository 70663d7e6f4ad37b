import JSON
import Logging
import Timetable

/// Writes the log of `lunokhod serve` on standard error: lines for people, or JSON for machines.
struct ServeLog: LogHandler {
    let form: LogForm
    var metadata = Logger.Metadata()
    var logLevel: Logger.Level

    init(form: LogForm, logLevel: Logger.Level) {
        self.form = form
        self.logLevel = logLevel
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Terminal.error.write(line(event, at: Self.time(Surroundings.now)) + "\n")
    }

    /// A moment as it is written: in UTC and saying so, as logs of several machines are read side by side, to a second.
    static func time(_ moment: Moment) -> String { Zone.utc.iso8601(moment).prefix(19) + "Z" }

    /// What is written of an event at a time.
    func line(_ event: LogEvent, at time: String) -> String {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            .map { (name: $0.key, value: "\($0.value)") }
            .filter { !$0.value.isEmpty }
        return form == .json ? json(event, time, fields) : text(event, time, fields)
    }

    private func json(_ event: LogEvent, _ time: String, _ fields: [(name: String, value: String)]) -> String {
        var members: JSONObject = [
            "at": .string(time), "level": .string(event.level.rawValue), "message": .string("\(event.message)"),
        ]
        for field in fields where members[field.name] == nil { members[field.name] = .string(field.value) }
        return String(decoding: JSONValue.object(members).bytes, as: UTF8.self)
    }

    /// One line, whatever a script's error holds.
    private func text(_ event: LogEvent, _ time: String, _ fields: [(name: String, value: String)]) -> String {
        let style: Terminal.Style = event.level >= .error ? .red : event.level == .warning ? .yellow : .dim
        let level = event.level == .notice ? "info" : event.level == .warning ? "warn" : event.level.rawValue
        let tail = fields.map { " \($0.name)=\($0.value)" }.joined()
        let line = "\(event.message)" + (tail.isEmpty ? "" : Terminal.error.styled(tail, .dim))
        let plain = line.map { $0.isNewline ? " " : $0 }
        return Terminal.error.styled("\(time) \(level)", style) + " " + String(plain)
    }
}
