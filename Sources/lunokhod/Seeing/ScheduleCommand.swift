import ArgumentParser
import Host
import JSON
import Ledger
import Scripting

/// `lunokhod schedule`
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Shows when scripts will run, and with --past what became of the last times.",
        discussion: """
            It works before anything was served, too. Times are in the zone of the script.

            Example: lunokhod schedule
            Example: lunokhod schedule weekly_sales --count 10
            Example: lunokhod schedule weekly_sales --past
            """)

    @Argument(help: "The scripts, by file or name; all with a schedule if left out.")
    var scripts: [String] = []

    @Option(help: "Show so many times of each script.")
    var count = 5

    @Flag(help: "Show the times that were, with what became of them.")
    var past = false

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard (1...1_000).contains(count) else { throw ValidationError("--count is a number from 1 to 1000") }
    }

    func run() async throws {
        try await visit.answer {
            let environment = Surroundings.environment
            let settings = try Settings.load(path: visit.settings, environment: environment)
            let ledger = try settings.openLedger(role: .beside, environment: environment)
            defer { ledger?.close() }
            let moments = MomentText(zone: try settings.runZone, now: LedgerVisit.now)
            let found = try await WorkspaceScripts(
                settings: settings, environment: environment, sandbox: try Sandbox.find(environment: environment),
                ledger: ledger, now: moments.now.moment)
            let choice = ScriptChoice(among: settings.scriptFiles)
            var wanted: Set<String> = []
            for word in scripts { wanted.insert(try choice.find(word)) }
            let isWanted = { (file: String) in wanted.isEmpty || wanted.contains(file) }
            var plans: [SchedulePlan] = []
            for one in found.scheduled where isWanted(one.script) {
                var plan = SchedulePlan(one, now: moments.now, count: count)
                if let ledger { try await plan.read(ledger, most: past ? count : 1) }
                plans.append(plan)
            }
            let broken = found.broken.filter { isWanted($0.key) }
            let unscheduled = wanted.subtracting(plans.map(\.script)).subtracting(broken.keys).sorted()
            let page = SchedulePage(
                plans: plans, broken: broken, unscheduled: unscheduled, showsPast: past,
                showsPortals: found.portals.names.count > 1, moments: moments, paper: Terminal.output.paper)
            if visit.json { visit.write(page.json) } else { visit.write(page.lines) }
            guard broken.isEmpty else { throw Ending.Reported(code: HostFailure.Exit.failed.rawValue) }
        }
    }
}
