import Host
import JSON

/// What was done about one job or script, or why it wasn't.
struct Deed: Hashable, Sendable {
    /// What it is about.
    let subject: String
    /// Whether it is as it was wanted.
    let isDone: Bool
    /// What happened, to be read after the subject.
    let text: String

    init(_ subject: String, isDone: Bool, _ text: String) {
        (self.subject, self.isDone, self.text) = (subject, isDone, text)
    }
}

extension LedgerVisit {
    /// Tells what was done and what wasn't.
    ///
    /// - Throws: the exit code 1 if anything wasn't.
    func show(_ deeds: [Deed], as kind: String) throws {
        let isWhole = deeds.allSatisfy(\.isDone)
        if json {
            let told = deeds.map { deed -> JSONValue in
                let subject = Int(deed.subject).map(JSONValue.integer) ?? .string(deed.subject)
                return .object(
                    JSONObject([(kind, subject), ("done", .bool(deed.isDone)), ("text", .string(deed.text))]))
            }
            write(.object(JSONObject([("ok", .bool(isWhole)), (kind + "s", .array(told))])))
        } else {
            let prefix = kind == "job" ? "job " : ""
            for deed in deeds {
                let mark = deed.isDone ? "✓" : Terminal.output.styled("✗", .red)
                Terminal.output.write("\(mark) \(prefix)\(deed.subject) \(deed.text)\n")
            }
        }
        guard isWhole else { throw Ending.Reported(code: HostFailure.Exit.failed.rawValue) }
    }
}
