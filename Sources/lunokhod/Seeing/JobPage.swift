import Ledger

/// All that is known of one job, as lines.
struct JobPage {
    let job: Job
    /// Its events that are known, newest first.
    let events: [StoredEvent]
    /// Its runs with all that they have logged, changed and delivered, oldest first.
    let runs: [RunRecord]
    let moments: MomentText
    let paper: Paper

    /// The page's lines.
    var lines: [String] {
        let heading = paper.styled("job \(job.id)", .bold) + "  \(job.script) on \(job.portal)"
        let facts = self.facts.map { name, text in TextFit.padded(name, to: 10) + text }
        return [heading] + facts + runs.flatMap { lines(of: $0) }
    }

    private var facts: [(String, String)] {
        let state = job.style.map { paper.styled(job.state.rawValue, $0) } ?? job.state.rawValue
        var facts = [("state", state + (job.finished.map { ", " + when($0) } ?? ""))]
        if let reason = job.reason { facts.append(("reason", reason)) }
        if let asked = job.cancelRequested { facts.append(("ending", "it was asked to end: \(asked)")) }
        facts.append(("cause", job.causeText(moments)))
        for event in events { facts.append(("event", "\(event.id) \(event.name), \(when(event.at))")) }
        if let origin = job.origin { facts.append(("caused by", "job \(origin), \(job.depth) deep")) }
        if let lane = job.lane { facts.append(("entity", lane)) }
        facts.append(("recorded", when(job.created)))
        if job.state.isUnfinished, job.state != .running { facts.append(("ready", when(job.ready))) }
        let again = job.retries > 0 ? ", made to wait again \(job.retries)×" : ""
        facts.append(("attempts", "\(job.attempts)\(again)"))
        return facts
    }

    private func when(_ stamp: Stamp) -> String { "\(moments.relative(stamp)) (\(moments.wall(stamp)))" }

    private func lines(of run: RunRecord) -> [String] {
        let requests = run.requests > 0 ? ", \(run.requests) requests" : ""
        var lines = [
            "",
            "\(paper.styled("attempt \(run.attempt)", .bold))  \(run.outcomeText(moments))\(requests), begun \(when(run.started))",
        ]
        if let reason = run.reason {
            lines.append("  " + paper.styled((run.line.map { "line \($0): " } ?? "") + reason, .red))
        }
        for line in run.log {
            lines.append("  \(moments.time(line.at)) \(TextFit.padded(line.level, to: 7)) \(line.text)")
        }
        for write in run.writes { lines.append("  \(mark(write.state)) \(Self.text(of: write))") }
        for delivery in run.deliveries { lines.append("  → \(delivery.kind) \(delivery.target)") }
        return lines
    }

    private func mark(_ state: WriteRecord.State) -> String {
        switch state {
        case .answered: "✓"
        case .failed: paper.styled("✗", .red)
        case .sent, .unknown: paper.styled("?", .yellow)
        }
    }

    /// A change and what is known of it.
    static func text(of write: WriteRecord) -> String {
        let known =
            switch write.state {
            case .answered: "done"
            case .failed: "refused"
            case .sent: "sent; whether it was done is not known"
            case .unknown: "whether it was done is not known"
            }
        return "\(write.method)\(write.entity.map { " " + $0 } ?? ""): \(known)"
    }
}
