import ArgumentParser
import Bitrix24
import Host
import JSON

/// `lunokhod types`
struct Types: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks a portal what it has: its own fields, smart processes, stages, methods.",
        discussion: """
            What it finds is kept in .lunokhod/portals beside the settings. Scripts find codes by titles with it, as \
            in b24.fields.deal["Source"]. Run it again when something has changed in the portal.

            Example: lunokhod types
            Example: lunokhod types --portal demo
            """)

    @Option(help: "The portal, by its name in lunokhod.yaml; demo is the emulated one.")
    var portal: String?

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
        let bar = ProgressBar(unit: "questions")
        defer { bar.finish() }
        do {
            try await PortalPlace.with(portal: portal, settings: settings) { place in
                let survey = DescriptionSurvey(
                    settings: place.settings, environment: place.environment, now: Surroundings.now
                ) { sentence in
                    bar.erase()
                    Terminal.error.write(Terminal.error.styled("warning: ", .yellow) + sentence + "\n")
                }
                let result = try await survey.run(portal: place.portal, into: place.file) { done, total in
                    bar.show(title: "types", done: done, total: total)
                }
                bar.finish()
                show(result, editorFiles: try writeEditorTypes(result.description, at: place))
            }
        } catch  where json {
            let (value, code) = Ending.json(of: error)
            Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
            throw Ending.Reported(code: code)
        }
    }

    /// Writes what an editor should know of this portal; returns the files.
    private func writeEditorTypes(_ description: PortalDescription, at place: PortalPlace) throws -> [String] {
        try EditorSetup(besides: place.settings).write(description)
    }

    private func show(_ result: DescriptionSurvey.Result, editorFiles: [String]) {
        let summary = DescriptionSummary(result.description)
        guard !json else {
            var members = summary.json
            members["file"] = .string(result.file)
            members["editor_files"] = .array(editorFiles.map(JSONValue.string))
            members["requests"] = .integer(result.statistics.requests)
            if stats { members["statistics"] = result.statistics.json }
            return Terminal.output.write(JSONValue.object(members).bytes + [UInt8(ascii: "\n")])
        }
        for line in summary.lines { Terminal.output.write(line + "\n") }
        for line in summary.gaps {
            Terminal.error.write(Terminal.error.styled("not known: ", .yellow) + line + "\n")
        }
        for file in [result.file] + editorFiles { Terminal.output.write("→ \(file)\n") }
        if stats { result.statistics.show(on: .error) }
    }
}
