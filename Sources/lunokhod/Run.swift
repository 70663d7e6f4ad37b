import ArgumentParser
import Host
import JSON
import Scripting
import Synchronization

/// `lunokhod run`
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a script now.",
        discussion: """
            A report writes its files, a plain script prints what it prints.

            Example: lunokhod run scripts/reports/weekly_sales.lua --period "last week" --format md,csv
            """)

    @Argument(help: "The script's file.", completion: .file(extensions: ["lua"]))
    var script: String

    @Option(help: "The portal, by its name in lunokhod.yaml; the script's own, else the usual one if left out.")
    var portal: String?

    @OptionGroup var report: ReportOptions

    @Option(help: "For a handler: the event, such as ONCRMDEALUPDATE; its first one if left out.")
    var event: String?

    @Option(help: "For a handler: the ID of what the event is about.")
    var id: Int?

    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"]))
    var settings: String?

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    @Flag(help: "Tell how much was asked of the portal, and what it waited for.")
    var stats = false

    @Flag(help: "Tell each request to the portal as it is made.")
    var verbose = false

    func run() async throws {
        RequestLog.start(verbose: verbose)
        let environment = Surroundings.environment
        var request = RunRequest(script: script)
        report.apply(to: &request)
        request.portal = portal
        request.event = event
        request.entity = id
        let printed = Mutex<[JSONValue]>([])
        var show = RunOutput(json: json) { line in printed.withLock { $0.append(.string(line)) } }
        show.showsStatistics = stats
        let output = show
        do {
            let runner = ScriptRunner(
                settings: try Settings.load(path: settings, environment: environment), environment: environment,
                sandbox: try Sandbox.find(environment: environment), now: Surroundings.now, output: output.scriptOutput)
            defer { output.end() }
            let result = try await runner.run(request)
            output.end()
            output.show(result, printed: printed.withLock { $0 })
        } catch  where json {
            let (value, code) = Ending.json(of: error)
            Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
            throw Ending.Reported(code: code)
        }
    }
}

/// The options that say what a report is about and where it goes.
struct ReportOptions: ParsableArguments {
    @Option(help: "For a report: the period, such as \"last week\", 2026-W47, 2026-11 or 2026-11-01..2026-11-15.")
    var period: String?

    @Option(help: "For a report: the formats, such as md,csv.")
    var format: [String] = []

    @Option(help: "For a report: the folder that its files go to.", completion: .directory)
    var out: String?

    func apply(to request: inout RunRequest) {
        request.period = period
        request.formats = format.flatMap { $0.split(separator: ",").map(String.init) }
        request.out = out
    }
}
