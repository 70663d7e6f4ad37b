import Bitrix24
import JSON

extension PortalStatistics {
    /// What `--stats` tells a program.
    var json: JSONValue {
        [
            "requests": .integer(requests), "commands": .integer(commands),
            "merged_commands": .integer(mergedCommands), "bytes_sent": .integer(bytesSent),
            "bytes_received": .integer(bytesReceived), "refusals": .integer(refusals),
            "waits": .object(JSONObject(waits.sorted { $0.key < $1.key }.map { ($0.key, .double($0.value)) })),
            "retries": .object(JSONObject(retries.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
        ]
    }

    /// What `--stats` tells a person.
    var lines: [String] {
        var lines = [
            "requests   \(requests), with \(commands) calls, \(mergedCommands) of them in shared requests",
            "bytes      \(bytesSent) sent, \(bytesReceived) received",
        ]
        for (cause, seconds) in waits.sorted(by: { $0.key < $1.key }) where seconds >= 0.05 {
            let tenths = Int((seconds * 10).rounded())
            lines.append("waited     \(tenths / 10).\(tenths % 10) s for \(Self.words[cause] ?? cause)")
        }
        for (code, count) in retries.sorted(by: { $0.key < $1.key }) { lines.append("repeated   \(count) × \(code)") }
        if refusals > 0 { lines.append("refused    \(refusals) times for a limit") }
        return lines
    }

    private static let words = [
        "rate": "the limit of requests", "operating": "the limit of a method's working time",
        "retry": "another try",
    ]

    /// Writes the lines.
    func show(on terminal: Terminal) {
        for line in lines { terminal.write(terminal.styled(line, .dim) + "\n") }
    }
}
