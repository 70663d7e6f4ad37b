import Bitrix24
import Host
import JSON
import Scripting

/// Shows what a run prints, logs and leaves behind.
struct RunOutput: Sendable {
    let json: Bool
    /// Whether what was asked of the portal is shown, too.
    var showsStatistics = false
    private let keep: @Sendable (String) -> Void
    private let bar = ProgressBar()

    /// With `json`, printed lines are kept instead of shown.
    init(json: Bool, keep: @escaping @Sendable (String) -> Void) {
        self.json = json
        self.keep = keep
    }

    /// Where the script's own words go.
    var scriptOutput: ScriptRunner.Output {
        ScriptRunner.Output(
            print: { [json, keep, bar] line in
                if json {
                    keep(String(decoding: line, as: UTF8.self))
                } else {
                    bar.erase()
                    Terminal.output.write(line + [UInt8(ascii: "\n")])
                }
            },
            log: { [bar] level, text in
                bar.erase()
                let style: Terminal.Style = level == "error" ? .red : level == "warn" ? .yellow : .dim
                Terminal.error.write(Terminal.error.styled("\(level): ", style) + text + "\n")
            },
            progress: { [bar] progress in
                if progress.isOver {
                    bar.finish()
                } else {
                    bar.show(title: progress.title, done: progress.done, total: progress.total)
                }
            })
    }

    /// Takes away what is only shown while the script runs, before its outcome is told.
    func end() { bar.finish() }

    /// Shows the outcome.
    func show(_ result: RunResult, printed: [JSONValue] = []) {
        if json {
            Terminal.output.write(value(of: result, printed: printed).bytes + [UInt8(ascii: "\n")])
            return
        }
        if let markdown = result.markdown {
            Terminal.output.write(markdown + (markdown.hasSuffix("\n") ? "" : "\n"))
        }
        for warning in result.warnings {
            Terminal.error.write(Terminal.error.styled("warning: ", .yellow) + warning + "\n")
        }
        if !result.files.isEmpty { Terminal.output.write("\n") }
        for file in result.files { Terminal.output.write("→ \(file)\n") }
        if showsStatistics { result.statistics?.show(on: .error) }
    }

    private func value(of result: RunResult, printed: [JSONValue]) -> JSONValue {
        var members: JSONObject = ["ok": true, "kind": .string(result.kind)]
        members["title"] = result.title.map(JSONValue.string)
        members["period"] = result.period.map(JSONValue.string)
        members["files"] = .array(result.files.map(JSONValue.string))
        members["warnings"] = .array(result.warnings.map(JSONValue.string))
        members["printed"] = .array(printed)
        members["requests"] = .integer(result.statistics?.requests ?? 0)
        if showsStatistics { members["statistics"] = result.statistics?.json }
        return .object(members)
    }
}
