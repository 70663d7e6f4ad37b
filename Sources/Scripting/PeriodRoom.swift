import JSON
import Timetable

/// Answers `period`: what an expression such as "last week" means at the time of the run.
public actor PeriodRoom: Room {
    /// The time of the run.
    public let now: Moment
    /// The zone that days are counted in.
    public private(set) var zone: Zone

    /// Periods seen from a moment in a zone.
    public init(now: Moment, zone: Zone) {
        self.now = now
        self.zone = zone
    }

    /// Whether it is one of this room's calls.
    public nonisolated func answers(_ name: String) -> Bool { name == "period" }

    /// Takes the zone of the definition, if it has one of its own; a wrong one is told when its period is made.
    public func enter(_ definition: Definition) {
        if let own = definition.zone.flatMap({ try? Zone(identifier: $0) }) { zone = own }
    }

    /// Answers one of them.
    public func answer(_ call: HostCall) throws(HostCallFailure) -> Answer {
        do throws(PeriodError) {
            guard let slug = call.arguments["of"]?.string else {
                return Answer(Self.json(try Period(call.textOrEmpty("expression"), at: now, in: zone)))
            }
            // The slug of a range is for file names; its expression is for reading.
            let expression = slug.contains("_") ? slug.split(separator: "_").joined(separator: "..") : slug
            let period = try Period(expression, at: now, in: zone)
            let step = call.arguments["step"]?.integer ?? 0
            return Answer(Self.json(step < 0 ? period.previous : step > 0 ? period.next : period))
        } catch {
            throw HostCallFailure(code: "PERIOD", message: "\(error)")
        }
    }

    /// The period as scripts see it.
    public static func json(_ period: Period) -> JSONValue {
        [
            "from": .string(period.zone.iso8601(period.from)), "to": .string(period.zone.iso8601(period.to)),
            "first": .string("\(period.first)"), "last": .string("\(period.last)"), "slug": .string(period.slug),
            "expression": .string(period.expression), "zone": .string(period.zoneIdentifier),
            "days": .integer(period.days),
        ]
    }
}

extension HostCall {
    fileprivate func textOrEmpty(_ argument: String) -> String { arguments[argument]?.string ?? "" }
}
