import Host
import JSON
import Ledger

/// How `lunokhod serve` is, on a page and as JSON.
struct StatusPage {
    let status: ServeStatus
    let moments: MomentText
    let paper: Paper

    /// So many of the next moments are shown to a person.
    private static let nextShown = 5

    /// The page's lines.
    var lines: [String] {
        let facts = self.facts.flatMap { name, text in
            let lines = paper.width.map { TextFit.wrapped(text, to: max(20, $0 - 10)) } ?? [text]
            return lines.enumerated().map { TextFit.padded($0 == 0 ? name : "", to: 10) + $1 }
        }
        let concerns = status.concerns.flatMap { concern in
            let wrapped = paper.width.map { TextFit.wrapped(concern, to: max(20, $0 - 2)) } ?? [concern]
            return wrapped.enumerated().map { ($0 == 0 ? paper.styled("! ", .yellow) : "  ") + $1 }
        }
        return facts + (concerns.isEmpty ? [] : [""] + concerns)
    }

    private var facts: [(String, String)] {
        let running = status.daemon.map { "runs" + ($0.pid.map { ", process \($0)" } ?? "") } ?? "does not run"
        let served = "\(status.served) served, \(status.broken.count) broken, \(status.paused.count) paused"
        var facts = [("daemon", running), ("scripts", served), ("jobs", jobs)]
        if let oldest = status.counts.oldestWaiting { facts.append(("waiting", "since \(moments.relative(oldest))")) }
        let last = status.counts.lastEvent.map { ", the last one \(moments.relative($0))" } ?? ""
        facts.append(("events", "\(status.counts.events)\(last)"))
        facts.append(("failures", "\(status.failures.count) since yesterday"))
        for (position, slot) in status.next.prefix(Self.nextShown).enumerated() {
            let place = status.portals > 1 ? " on \(slot.portal)" : ""
            let text = "\(moments.wall(slot.due).prefix(16))  \(slot.script)\(place)"
            facts.append((position == 0 ? "next" : "", text))
        }
        for (position, trouble) in status.troubles.filter({ !$0.isConcern }).enumerated() {
            let place = status.portals > 1 ? trouble.portal.map { $0 == trouble.subject ? "" : " on \($0)" } ?? "" : ""
            let text = "\(trouble.subject)\(place): \(trouble.text) (\(moments.relative(trouble.since)))"
            facts.append((position == 0 ? "alerts" : "", text))
        }
        return facts
    }

    private var jobs: String {
        let counted = JobState.allCases.compactMap { state in
            status.counts.jobs[state].map { "\($0) \(state.rawValue)" }
        }
        return counted.isEmpty ? "none yet" : counted.joined(separator: ", ")
    }

    /// The same for programs.
    var json: JSONValue {
        var jobs: JSONObject = [:]
        for state in JobState.allCases { jobs[state.rawValue] = .integer(status.counts.jobs[state] ?? 0) }
        let time = { (stamp: Stamp?) in stamp.map { JSONValue.string(moments.iso($0)) } ?? .null }
        var members: JSONObject = [
            "ok": .bool(status.concerns.isEmpty), "concerns": .array(status.concerns.map(JSONValue.string)),
        ]
        members["daemon"] = [
            "running": .bool(status.daemon != nil), "pid": status.daemon?.pid.map(JSONValue.integer) ?? .null,
        ]
        members["scripts"] = ["served": .integer(status.served), "broken": .array(broken), "paused": .array(paused)]
        members["jobs"] = .object(jobs)
        members["oldest_waiting"] = time(status.counts.oldestWaiting)
        members["events"] = .integer(status.counts.events)
        members["last_event"] = time(status.counts.lastEvent)
        members["failures_since_yesterday"] = .integer(status.failures.count)
        members["next"] = .array(
            status.next.map { ["script": .string($0.script), "portal": .string($0.portal), "due": time($0.due)] })
        members["alerts"] = .array(
            status.troubles.map {
                [
                    "kind": .string($0.kind), "subject": .string($0.subject),
                    "portal": $0.portal.map(JSONValue.string) ?? .null, "text": .string($0.text),
                    "since": time($0.since),
                ]
            })
        return .object(members)
    }

    private var broken: [JSONValue] {
        status.broken.sorted { $0.key < $1.key }.map { ["script": .string($0.key), "error": .string($0.value)] }
    }

    private var paused: [JSONValue] {
        status.paused.map {
            [
                "script": .string($0.script), "portal": .string($0.portal), "by": .string($0.by),
                "reason": .string($0.reason), "since": .string(moments.iso($0.since)),
            ]
        }
    }
}
