import ArgumentParser
import Host
import JSON
import Ledger

/// `lunokhod events`
struct Events: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the events that have come, and what became of them.",
        discussion: """
            Example: lunokhod events --name ONCRMDEALUPDATE --since 1d
            Example: lunokhod events --entity crm.deal:5
            Example: lunokhod events 12
            """)

    @Argument(help: "The event's number; all events if left out.")
    var id: Int?

    @Option(help: "Only events of this name, such as ONCRMDEALUPDATE.")
    var name: String?

    @Option(help: "Only events of this entity, such as crm.deal:5.")
    var entity: String?

    @Option(help: "Only events that came so long ago at most, such as 1d or 2h.")
    var since: String?

    @Option(help: "Show so many at most.")
    var limit = 20

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
    }

    func run() async throws {
        try await visit.open { place in
            if let id { return try await showEvent(id, place) }
            let filter = EventFilter(
                name: name?.uppercased(), lane: entity, since: try LedgerVisit.since(since, now: place.now))
            var rows: [(StoredEvent, [Job])] = []
            for event in try await place.ledger.events(filter, most: limit) {
                rows.append((event, try await jobs(of: event.id, place.ledger)))
            }
            show(rows, place.moments)
        }
    }

    private func jobs(of event: Int, _ ledger: Ledger) async throws -> [Job] {
        try await ledger.jobs(JobFilter(event: event), most: 1_000).reversed()
    }

    private func show(_ rows: [(StoredEvent, [Job])], _ moments: MomentText) {
        if visit.json {
            let events = rows.map { event, jobs -> JSONValue in
                var members = event.json(moments).object ?? [:]
                members["jobs"] = .array(jobs.map(Self.brief))
                return .object(members)
            }
            return visit.write(["events": .array(events)])
        }
        guard !rows.isEmpty else { return visit.tell("no event is like that") }
        var table = ColumnTable(headings: ["EVENT", "NAME", "ENTITY", "WHEN", "CAME", "JOBS"], spare: 4)
        let isMixed = Set(rows.map(\.0.portal)).count > 1
        for (event, jobs) in rows {
            table.rows.append([
                .init("\(event.id)"), .init(event.name + (isMixed ? " on \(event.portal)" : "")),
                .init(event.lane ?? "–"), .init(moments.relative(event.at)),
                .init(event.source), .init(Self.outcome(of: jobs), jobs.contains { $0.state == .dead } ? .red : nil),
            ])
        }
        visit.write(table.lines(on: Terminal.output.paper))
        if rows.count == limit { visit.tell("there may be more: --limit \(limit * 5)") }
    }

    /// What became of an event: `2 done, 1 dead`.
    static func outcome(of jobs: [Job]) -> String {
        guard !jobs.isEmpty else { return "no script wants it" }
        return JobState.allCases.compactMap { state in
            let its = jobs.filter { $0.state == state }
            guard let first = its.first else { return nil }
            return its.count == 1 ? "\(state.rawValue) (\(first.id))" : "\(its.count) \(state.rawValue)"
        }.joined(separator: ", ")
    }

    private static func brief(_ job: Job) -> JSONValue {
        ["id": .integer(job.id), "script": .string(job.script), "state": .string(job.state.rawValue)]
    }

    private func showEvent(_ id: Int, _ place: LedgerVisit.Place) async throws {
        guard let event = try await place.ledger.event(id) else {
            throw HostFailure("there is no event \(id); see lunokhod events")
        }
        let jobs = try await jobs(of: id, place.ledger)
        let moments = place.moments
        if visit.json {
            var members = event.json(moments).object ?? [:]
            members["body"] =
                (try? JSONValue(parsing: event.body)) ?? .string(String(decoding: event.body, as: UTF8.self))
            members["jobs"] = .array(jobs.map { $0.json(moments, last: nil) })
            return visit.write(.object(members))
        }
        let paper = Terminal.output.paper
        var lines = [
            paper.styled("event \(id)", .bold) + "  \(event.name) on \(event.portal)",
            "came      \(moments.relative(event.at)) (\(moments.wall(event.at))), \(event.source)",
            "entity    \(event.lane ?? "–")", "identity  \(event.identity)",
        ]
        for job in jobs {
            lines.append(
                "job       \(job.id) \(job.script): \(job.state.rawValue)\(job.reason.map { ", " + $0 } ?? "")")
        }
        if jobs.isEmpty { lines.append("job       none: no script wants it") }
        let body = try? JSONValue(parsing: event.body)
        lines += [""] + (body.map(PrettyJSON.lines) ?? [String(decoding: event.body, as: UTF8.self)])
        visit.write(lines)
    }
}

extension StoredEvent {
    /// It as `--json` shows it, without its body.
    func json(_ moments: MomentText) -> JSONValue {
        [
            "id": .integer(id), "portal": .string(portal), "name": .string(name), "source": .string(source),
            "identity": .string(identity), "entity": lane.map(JSONValue.string) ?? .null,
            "at": .string(moments.iso(at)),
        ]
    }
}
