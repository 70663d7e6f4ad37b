import JSON
import Reports
import Scripting
import Spelling
import Timetable

/// Turns what a report's `run` returned into files.
struct ReportDelivery {
    let settings: Settings
    let request: RunRequest
    let script: Script
    let definition: Definition

    /// Writes the report's files and completes the result with them.
    func deliver(_ bytes: [UInt8], period: Period, into given: RunResult) throws -> RunResult {
        var result = given
        let report = try report(bytes, period: period)
        result.period = period.slug
        result.markdown = MarkdownFormat(locale: locale).render(report).first
            .map { String(decoding: $0.bytes, as: UTF8.self) }
        let formats = try formats(&result.warnings)
        for delivery in definition.otherDeliveries {
            result.warnings.append("\(script.name): deliver.\(delivery) is not done by `run`; the files are")
        }
        var path = try folder()
        if let shelf = request.shelf, !shelf.isEmpty { path += "/\(shelf)" }
        let folder = ReportFolder(path: path)
        result.files = try folder.put(formats.flatMap { $0.render(report) }, name: "\(name)-\(period.slug)")
        return result
    }

    private var locale: ReportLocale {
        definition.locale.flatMap(ReportLocale.init(identifier:)) ?? settings.locale
    }

    private func report(_ bytes: [UInt8], period: Period) throws -> Report {
        let document = try JSONDocument(parsing: bytes)
        let empty =
            document.root.isNull
            || ((document.root.kind == .array || document.root.kind == .object)
                && document.root.count == 0)
        if empty {
            throw failure("run returned no blocks; return a list such as { report.table { … } }")
        }
        do throws(BlockError) {
            return Report(
                title: definition.title ?? name,
                periodLabel: locale.periodLabel(first: "\(period.first)", last: "\(period.last)"),
                blocks: try [Block](json: document.root), currency: definition.currency ?? settings.currency)
        } catch {
            throw failure("run returned something else than blocks: \(error)")
        }
    }

    private func failure(_ message: String) -> ScriptFailure {
        ScriptFailure(message: message, script: script.name, line: definition.runLine)
    }

    /// The wanted formats; one that this version can't write is told, not fatal, when only the script asks for it.
    private func formats(_ warnings: inout [String]) throws -> [ReportFormat] {
        var formats: [ReportFormat] = []
        for name in request.formats.isEmpty ? definition.formats ?? ["md"] : request.formats {
            do throws(ReportFormatError) {
                formats.append(try ReportFormat.named(name, locale: locale))
            } catch {
                guard name == "xlsx" else { throw failure("formats: \(error)") }
                warnings.append("\(script.name): the format xlsx is not written by this version")
            }
        }
        return formats.map { format in
            guard case .csv(let csv) = format else { return format }
            return .csv(CSVFormat(options: settings.csv.applied(to: csv.options), locale: locale))
        }
    }

    /// The folder. A script is not trusted, so its own stays inside the workspace.
    private func folder() throws -> String {
        if let out = request.out { return out }
        guard let folder = definition.folder else { return settings.out }
        guard !folder.hasPrefix("/"), !folder.split(separator: "/").contains("..") else {
            throw failure("deliver.folder must be a folder inside this one, not '\(folder)'; use --out for another")
        }
        return folder
    }

    private var name: String { ReportName(script: script.name).text }
}
