import JSON
import Scripting
import Timetable

/// Makes what a definition's `run` is called with.
struct RunArgument {
    let request: RunRequest
    let now: Moment
    let zone: Zone

    /// The argument, by the kind of the definition.
    func json(for definition: Definition) throws(HostFailure) -> JSONValue {
        switch definition.kind {
        case .report: PeriodRoom.json(try period(of: definition))
        case .handler: try event(for: definition)
        case .job: ["at": .string(zone.iso8601(now)), "zone": .string(zone.identifier)]
        }
    }

    /// The period that a report is about: the request's, else the script's own, else today.
    func period(of definition: Definition) throws(HostFailure) -> Period {
        let zone: Zone
        do throws(ZoneError) {
            zone = try definition.zone.map { name throws(ZoneError) in try Zone(identifier: name) } ?? self.zone
        } catch {
            throw HostFailure("\(request.script): zone: \(error)")
        }
        do throws(PeriodError) {
            return try Period(request.period ?? definition.period ?? "today", at: now, in: zone)
        } catch {
            if request.period != nil { throw HostFailure("--period: \(error)", exit: .usage) }
            throw HostFailure("\(request.script): period: \(error)")
        }
    }

    private func event(for definition: Definition) throws(HostFailure) -> JSONValue {
        if let arrived = request.arrived { return arrived }
        guard let name = request.event ?? definition.events.first else {
            throw HostFailure("\(request.script): the handler names no event; add it to `on`")
        }
        guard let entity = request.entity else {
            throw HostFailure(
                "\(request.script) is a handler: name the entity that \(name) is about with --id, as in --id 5",
                exit: .usage)
        }
        return EventArgument(byHand: name, id: entity, at: now).json
    }
}
