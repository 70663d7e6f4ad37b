import ArgumentParser
import Bitrix24
import Host
import JSON

/// `lunokhod export`
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a list of the portal to a file, without a script.",
        discussion: """
            Any method that lists will do. A filter's condition is the comparison, the field, '=' and the value. \
            Quote it, as the shell has its own use for < and >.

            Example: lunokhod export crm.deal.list --select ID,TITLE,OPPORTUNITY \
            --filter '>=CLOSEDATE=2026-01-01' --out deals.csv
            Example: lunokhod export crm.item.list --param entityTypeId=2 --format jsonl | jq .title
            """)

    @Argument(help: "The method that lists, such as crm.deal.list.")
    var method: String

    @Option(help: "The fields in the order of the columns, such as ID,TITLE; all of them if left out.")
    var select: [String] = []

    @Option(help: "A condition, such as STAGE_ID=WON or '@STAGE_ID=NEW,WON'; may be repeated.")
    var filter: [String] = []

    @Option(help: "Another parameter of the method, such as entityTypeId=2; may be repeated.")
    var param: [String] = []

    @Option(help: "csv or jsonl; if left out, what the file's name ends with, else csv.")
    var format: String?

    @Option(help: "The file; - or nothing is standard output.")
    var out: String?

    @Option(help: "The portal, by its name in lunokhod.yaml.")
    var portal: String?

    @Option(help: "The settings file.")
    var settings: String?

    @Option(help: "Stop after so many items.")
    var limit: Int?

    @Flag(help: "Print the outcome as JSON; needs --out FILE.")
    var json = false

    @Flag(help: "Tell how much was asked of the portal, and what it waited for.")
    var stats = false

    @Flag(help: "Tell each request to the portal as it is made.")
    var verbose = false

    private var isFile: Bool { out != nil && out != "-" }

    func validate() throws {
        guard limit ?? 1 > 0 else { throw ValidationError("--limit is a number from 1") }
        guard !json || isFile else {
            throw ValidationError("--json needs --out FILE, as standard output has the items otherwise")
        }
    }

    func run() async throws {
        RequestLog.start(verbose: verbose)
        let environment = Surroundings.environment
        let bar = ProgressBar()
        defer { bar.finish() }
        do {
            let exporter = Exporter(
                settings: try Settings.load(path: settings, environment: environment), environment: environment
            ) { sentence in
                bar.erase()
                Terminal.error.write(Terminal.error.styled("warning: ", .yellow) + sentence + "\n")
            }
            let result = try await exporter.run(request) { progress in
                let total = progress.fraction.map { Int(Double(progress.items) / max($0, 0.001)) }
                bar.show(title: method, done: progress.items, total: total)
            }
            bar.finish()
            show(result)
        } catch  where json {
            let (value, code) = Ending.json(of: error)
            Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
            throw Ending.Reported(code: code)
        }
    }

    private var request: ExportRequest {
        var request = ExportRequest(method: method)
        request.portal = portal
        request.select = select
        request.filter = filter
        request.parameters = param
        request.format = format
        request.out = out
        request.limit = limit
        return request
    }

    private func show(_ result: ExportResult) {
        if json {
            Terminal.output.write(value(of: result).bytes + [UInt8(ascii: "\n")])
            return
        }
        for warning in result.warnings {
            Terminal.error.write(Terminal.error.styled("warning: ", .yellow) + warning + "\n")
        }
        let sums = "items: \(result.items), bytes: \(result.bytes), requests: \(result.statistics.requests)"
        Terminal.error.write("→ \(result.file ?? "standard output") (\(sums))\n")
        if stats { result.statistics.show(on: .error) }
    }

    private func value(of result: ExportResult) -> JSONValue {
        var members: JSONObject = ["ok": true, "method": .string(method)]
        members["file"] = result.file.map(JSONValue.string)
        members["items"] = .integer(result.items)
        members["bytes"] = .integer(result.bytes)
        members["requests"] = .integer(result.statistics.requests)
        members["refusals"] = .integer(result.statistics.refusals)
        if stats { members["statistics"] = result.statistics.json }
        members["warnings"] = .array(result.warnings.map(JSONValue.string))
        return .object(members)
    }
}
