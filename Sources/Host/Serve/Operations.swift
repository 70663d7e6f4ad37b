import Ingress
import Ledger

/// How the daemon is, for `/readyz` and `/metrics`.
struct Operations: OperationsDesk {
    let ledger: Ledger
    let staff: DaemonStaff
    let crew: JobCrew
    let clock: ServeClock

    func readiness() async -> [String] { await staff.readiness() }

    func gauges() async -> [MetricSample] {
        let scripts = await staff.scripts
        let tally = await staff.tally
        var samples = [
            MetricSample("lunokhod_scripts", help: "Scripts that are served.", value: Double(scripts.served)),
            MetricSample(
                "lunokhod_scripts_broken", help: "Scripts that can't be loaded.", value: Double(scripts.broken)),
            MetricSample("lunokhod_jobs_running", help: "Jobs that run now.", value: Double(await crew.count)),
            MetricSample("lunokhod_runs_started", help: "Runs begun since the start.", value: Double(tally.started)),
            MetricSample("lunokhod_ready", help: "Whether work is taken.", value: await readiness().isEmpty ? 1 : 0),
        ]
        for (outcome, count) in tally.ended.sorted(by: { $0.key < $1.key }) {
            samples.append(
                MetricSample(
                    "lunokhod_runs_ended", help: "Runs ended since the start.", labels: [("outcome", outcome)],
                    value: Double(count)))
        }
        guard let counts = try? await ledger.counts() else { return samples }
        for state in JobState.allCases {
            samples.append(
                MetricSample(
                    "lunokhod_jobs", help: "Jobs in the ledger.", labels: [("state", state.rawValue)],
                    value: Double(counts.jobs[state] ?? 0)))
        }
        let oldest = counts.oldestWaiting.map { max(0, clock.now().seconds - $0.seconds) } ?? 0
        samples.append(
            MetricSample("lunokhod_oldest_waiting_seconds", help: "Age of the oldest waiting job.", value: oldest))
        return samples
    }
}
