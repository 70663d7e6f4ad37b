import ArgumentParser
import Host
import JSON
import Scripting

/// `lunokhod portal check`
struct PortalCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks whether a portal, its credential and the scripts fit together.",
        discussion: """
            It tells whose the webhook is, what it may do, what the scripts in the folder scripts need beyond that, \
            and how clocks and zones differ. It changes nothing. The exit code is 1 if something will not work.

            Example: lunokhod portal check
            Example: lunokhod portal check --portal demo
            """)

    @Option(help: "The portal, by its name in lunokhod.yaml; demo is the emulated one.")
    var portal: String?

    @Option(help: "The settings file.", completion: .file(extensions: ["yaml", "yml"]))
    var settings: String?

    @Flag(help: "Print the findings as JSON.")
    var json = false

    @Flag(help: "Tell each request to the portal as it is made.")
    var verbose = false

    func run() async throws {
        RequestLog.start(verbose: verbose)
        let bar = ProgressBar(unit: "scripts")
        defer { bar.finish() }
        do {
            let isUsable = try await PortalPlace.with(portal: portal, settings: settings) { place in
                let check = PortalCheck(
                    settings: place.settings, environment: place.environment,
                    sandbox: try Sandbox.find(environment: place.environment), now: Surroundings.now,
                    unixTime: { Surroundings.unixTime })
                let result = try await check.run(portal: place.portal) { done, total in
                    bar.show(title: "check", done: done, total: total)
                }
                bar.finish()
                show(result)
                return result.isUsable
            }
            guard isUsable else { throw Ending.Reported(code: HostFailure.Exit.failed.rawValue) }
        } catch let error as HostFailure where json {
            let (value, code) = Ending.json(of: error)
            Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
            throw Ending.Reported(code: code)
        }
    }

    private func show(_ result: PortalCheck.Result) {
        guard !json else {
            let value: JSONValue = [
                "ok": .bool(result.isUsable), "portal": .string(result.portal),
                "findings": .array(result.findings.map(\.json)),
            ]
            return Terminal.output.write(value.bytes + [UInt8(ascii: "\n")])
        }
        let terminal = Terminal.output
        terminal.write(terminal.styled(result.portal, .bold) + "\n")
        let width = result.findings.map(\.topic.count).max() ?? 0
        for finding in result.findings {
            let gap = String(repeating: " ", count: width - finding.topic.count + 2)
            terminal.write("\(mark(finding.mark)) \(finding.topic)\(gap)\(finding.text)\n")
            guard let advice = finding.advice else { continue }
            terminal.write(String(repeating: " ", count: width + 4) + terminal.styled("→ \(advice)", .dim) + "\n")
        }
    }

    private func mark(_ mark: PortalFinding.Mark) -> String {
        switch mark {
        case .ok: "✓"
        case .warning: Terminal.output.styled("!", .yellow)
        case .problem: Terminal.output.styled("✗", .red)
        }
    }
}
