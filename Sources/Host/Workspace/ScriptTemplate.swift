import Bitrix24
import Templates

/// The text of a script that is begun.
struct ScriptTemplate {
    private let script: NewScript

    init(of script: NewScript) { self.script = script }

    /// A line whose value isn't known is left out.
    var text: String {
        let values: [(String, String?)] = [
            ("path", script.file), ("period", script.period), ("schedule", script.schedule), ("event", script.event),
            ("scope", scope),
        ]
        return template.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            var line = String(line)
            for (name, value) in values {
                let parts = line.split(separator: "{\(name)}", omittingEmptySubsequences: false)
                guard parts.count > 1 else { continue }
                guard let value else { return nil }
                line = parts.joined(separator: value)
            }
            return titled(line)
        }.joined(separator: "\n")
    }

    /// The title comes last, as it may look like anything.
    private func titled(_ line: String) -> String {
        let title = line.hasPrefix("--") ? script.title : Self.escaped(script.title)
        return line.split(separator: "{title}", omittingEmptySubsequences: false).joined(separator: title)
    }

    private static func escaped(_ text: String) -> String {
        text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }

    private var template: String {
        switch script.kind {
        case .report: Templates.report
        case .job: Templates.job
        case .script: Templates.script
        case .handler:
            record.map { record in
                Templates.recordHandler.split(separator: "deal", omittingEmptySubsequences: false)
                    .joined(separator: record)
            } ?? Templates.handler
        }
    }

    /// What a handler's event is about, if that is something of the CRM that has a `get` and a responsible person.
    private var record: String? {
        ["deal", "lead", "contact", "company", "quote"].first { record in
            ["ADD", "UPDATE"].contains { script.event == "ONCRM\(record.uppercased())\($0)" }
        }
    }

    private var scope: String? {
        let code = script.event.map { $0.hasPrefix("ONCRM") ? $0.prefix { $0 != "_" } : $0[...] }
        return code.flatMap { Catalogue.event(String($0))?.scopes.first { $0 != "basic" } }
    }
}
