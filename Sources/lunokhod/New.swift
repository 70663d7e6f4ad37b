import ArgumentParser
import Bitrix24
import Host
import JSON

/// `lunokhod new`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begins a script, and its folder if that is new.",
        discussion: """
            It writes a script that runs as it is into the folder scripts beside the settings. In a new folder it also \
            makes lunokhod.yaml, .gitignore and what an editor needs to complete scripts. Nothing is overwritten.

            Example: lunokhod new report weekly_sales
            Example: lunokhod new handler big_deal --on ONCRMDEALADD --title "Big deals"
            """)

    @Argument(help: "What it is to be: report, handler, job or script.")
    var kind: ScriptKind

    @Argument(help: "The name of its file: letters, digits, _ and -.")
    var name: String

    @Option(help: "Its title; made of the name if left out.")
    var title: String?

    @Option(help: "For a report: the period, such as \"last week\".")
    var period: String?

    @Option(help: "For a report or a job: when it is run, such as \"0 9 * * MON\".")
    var schedule: String?

    @Option(
        help: "For a handler: the event, such as ONCRMDEALUPDATE.", completion: .list(New.events))
    var on: String?

    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"]))
    var settings: String?

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    private static var events: [String] { Catalogue.events.map { $0.code } }

    func run() throws {
        do {
            var wishes = NewScript.Wishes()
            wishes.title = title
            wishes.period = period
            wishes.schedule = schedule
            wishes.event = on
            let script = try NewScript(kind, named: try ScriptName(name), wishes: wishes, now: Surroundings.now)
            let environment = Surroundings.environment
            let workspace = Workspace(
                settings: try Settings.load(path: settings, environment: environment), environment: environment)
            show(try workspace.begin(script), in: workspace)
        } catch {
            guard json else { throw error }
            let (value, code) = Ending.json(of: error)
            Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
            throw Ending.Reported(code: code)
        }
    }

    private func show(_ beginning: Workspace.Beginning, in workspace: Workspace) {
        guard !json else {
            let value: JSONValue = [
                "ok": true, "kind": .string(kind.rawValue), "script": .string(beginning.script),
                "files": .array(beginning.files.map(JSONValue.string)),
                "warnings": .array(beginning.warnings.map(JSONValue.string)), "command": .string(beginning.command),
            ]
            return Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
        }
        for file in beginning.files { Terminal.output.write("→ \(file)\n") }
        for warning in beginning.warnings {
            Terminal.error.write(Terminal.error.styled("warning: ", .yellow) + warning + "\n")
        }
        let start =
            workspace.hasPortal
            ? "Run it" : "Put the portal's webhook into LUNOKHOD_WEBHOOK or \(workspace.settingsFile) and run it"
        Terminal.output.write("\(start): \(beginning.command)\n")
    }
}

extension ScriptKind: ExpressibleByArgument {}
