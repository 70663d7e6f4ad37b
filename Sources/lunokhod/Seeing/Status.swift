import ArgumentParser
import Host
import JSON
import Ledger
import Scripting

/// `lunokhod status`
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how `lunokhod serve` is: scripts, jobs, what comes next, what needs a person.",
        discussion: """
            The exit code is 1 if something needs a person: no daemon runs, jobs are dead or interrupted, scripts are \
            paused or can't be loaded, a slot was missed or is overdue, a portal refuses the credential or doesn't \
            answer, a loop was stopped, the disk is full. So it can be used for monitoring.

            Example: lunokhod status
            Example: lunokhod status --json
            """)

    @OptionGroup var visit: LedgerVisit

    func run() async throws {
        try await visit.open { place in
            let scripts = try await WorkspaceScripts(
                settings: place.settings, environment: place.environment,
                sandbox: try Sandbox.find(environment: place.environment), ledger: place.ledger,
                now: place.now.moment)
            var status = try await ServeStatus(of: place.ledger, now: place.now)
            status.add(scripts, now: place.now)
            let page = StatusPage(status: status, moments: place.moments, paper: Terminal.output.paper)
            if visit.json { visit.write(page.json) } else { visit.write(page.lines) }
            guard status.concerns.isEmpty else { throw Ending.Reported(code: HostFailure.Exit.failed.rawValue) }
        }
    }
}
