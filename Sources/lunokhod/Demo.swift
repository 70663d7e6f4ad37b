import ArgumentParser
import DemoPortal
import Glibc
import Host
import Reports
import Scripting
import Timetable

/// `lunokhod demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts an emulated portal and runs a script against it.",
        discussion: """
            The portal lives in memory, listens on this machine only and ends with the command. Its data lie around \
            today: a company with 40 people, deals, leads, contacts, tasks.

            Example: lunokhod demo
            Example: lunokhod demo --serve
            Example: lunokhod demo --serve --changes 2 \\
                --events http://127.0.0.1:8080/events/main --token secret
            Example: lunokhod demo --serve --limits standard --latency 50 --faults 1
            """)

    @Argument(help: "The script's file.")
    var script = "scripts/reports/weekly_sales.lua"

    @OptionGroup var report: ReportOptions

    @Flag(help: "Only serve: print the webhook's address and stay until Ctrl-C.")
    var serve = false

    @Option(help: "The port to serve on; a free one if left out.")
    var port: Int?

    @Option(help: "How many deals the portal has.")
    var deals = 3_000

    @Option(help: "Where all changes are sent, as by an outbound webhook; an address of this machine.")
    var events: String?

    @Option(help: "The application token of the events; goes with --events.")
    var token: String?

    @Option(help: "How many deals other people add or change each second; none if left out.")
    var changes: Double?

    @OptionGroup(title: "Misbehaviour")
    var misbehaviour: MisbehaviourOptions

    func validate() throws {
        guard (0...65_535).contains(port ?? 0) else { throw ValidationError("--port is a number from 0 to 65535") }
        guard (0...1_000_000).contains(deals) else { throw ValidationError("--deals is a number from 0 to 1000000") }
        guard (0...1_000).contains(changes ?? 0) else { throw ValidationError("--changes is a number from 0 to 1000") }
        guard (events == nil) == (token == nil) else { throw ValidationError("--events and --token go together") }
    }

    func run() async throws {
        var options = DemoPortalOptions()
        options.port = port ?? 0
        options.deals = deals
        options.changesPerSecond = changes ?? 0
        misbehaviour.apply(to: &options)
        if let events, let token {
            options.outgoingWebhooks = [
                OutgoingWebhook(events: OutgoingWebhook.allEvents, handler: events, applicationToken: token)
            ]
        }
        let portal = DemoPortal(options: options)
        do {
            try await portal.serve { address in
                if serve {
                    try await stay(at: address)
                } else {
                    try await runScript(at: address, zone: portal.options.zone.identifier)
                }
            }
        } catch let error as DemoPortalError {
            throw HostFailure("\(error)")
        }
    }

    /// The address stands alone on standard output, so that a script can read it.
    private func stay(at address: DemoPortalAddress) async throws {
        Terminal.output.write(address.webhook + "\n")
        Terminal.error.write("The demo portal serves until Ctrl-C. Use it with LUNOKHOD_WEBHOOK.\n")
        while true { try await Task.sleep(for: .seconds(3_600)) }
    }

    private func runScript(at address: DemoPortalAddress, zone: String) async throws {
        var environment = Surroundings.environment
        environment["LUNOKHOD_WEBHOOK"] = address.webhook
        var settings = Settings()
        settings.locale = .ru
        settings.zone = zone
        var request = RunRequest(script: script)
        report.apply(to: &request)
        let show = RunOutput(json: false) { _ in }
        let runner = ScriptRunner(
            settings: settings, environment: environment, sandbox: try Sandbox.find(environment: environment),
            now: Surroundings.now, output: show.scriptOutput)
        defer { show.end() }
        let result = try await runner.run(request)
        show.end()
        show.show(result)
    }
}
