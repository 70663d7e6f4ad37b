import Scripting
import Timetable

/// A script that `serve` runs by itself: what its definition says, read and found right.
struct ServedScript: Sendable {
    /// The script as it was when it was loaded.
    let script: Script
    /// Tells this text of the script from any other.
    let digest: String
    /// What it defines.
    let definition: Definition
    /// The portal that its slots and jobs are of; events of other portals can be for it, too.
    let portal: String
    /// When it runs; nil for what runs only for events or when asked.
    let rule: ScheduleRule?
    /// How its slots are dealt with.
    let policies: SlotPolicies
    /// What becomes of its failed jobs.
    let retry: RetryPlan

    /// The script's file, which is its name everywhere.
    var name: String { script.name }

    /// Reads what the definition says.
    ///
    /// - Parameters:
    ///   - zone: the zone that days are counted in unless the script has one of its own.
    ///   - portals: those that it can name.
    /// - Throws: what is wrong with its portal, its schedule or its policies, with the script's name.
    init(
        script: Script, digest: String, definition: Definition, zone: Zone, portals: ScriptPortals
    ) throws(HostFailure) {
        self.script = script
        self.digest = digest
        self.definition = definition
        retry = RetryPlan(definition)
        do {
            portal = try portals.own(of: definition)
            let own = try definition.zone.map { try Zone(identifier: $0) } ?? zone
            let days = try definition.days.map { try DayRule($0) } ?? .everyDay
            let schedules = try definition.schedules.map { try Schedule($0) }
            rule = schedules.isEmpty ? nil : ScheduleRule(schedules: schedules, zone: own, days: days)
            policies = SlotPolicies(
                script: script.name,
                misfire: try MisfirePolicy(
                    definition.misfire, catchUp: definition.catchUp, grace: try Self.length(definition.grace)),
                overlap: try definition.overlap.map { try OverlapPolicy($0) } ?? .skip,
                jitter: Jitter(seconds: Int(definition.jitter ?? 0)))
        } catch {
            throw HostFailure("\(script.name): \(error)")
        }
    }

    private static func length(_ seconds: Double?) throws(ScheduleError) -> TimeLength? {
        guard let seconds else { return nil }
        return try TimeLength("\(Int(seconds))s")
    }

    /// Tells whether the slots that were planned are still those of this script.
    var planDigest: String { rule.map { PlanText($0).text } ?? "" }

    /// Whether its schedules mean the days of the portal's calendar.
    var countsWorkingDays: Bool { rule.map { $0.days != .everyDay } ?? false }

    /// What is strange of it, though it can be served, in sentences.
    var remarks: [String] {
        definition.events.map(EventCode.init).filter { $0.facts == nil }.map {
            "it is for \($0.text), which is not a documented event\($0.hint)"
        }
    }

    /// Whether it may have jobs on a portal: a handler that names none has them on each.
    func works(with portal: String) -> Bool {
        definition.kind == .handler && definition.portal == nil || self.portal == portal
    }

    /// Whether events of one item that wait become one run: it reads the item as it is then.
    func coalesces(_ event: String) -> Bool { definition.coalesces ?? event.contains("UPDATE") }

    /// How long an event waits for others to join it, in seconds.
    ///
    /// The portal's time of an event has whole seconds, so two changes of one second can't be told from one event that
    /// came twice. A run that begins when the second is over has seen both.
    func coalescingTime(_ event: String) -> Double {
        definition.coalescingTime ?? (coalesces(event) ? Self.usualCoalescing : 0)
    }

    private static let usualCoalescing = 1.0

    /// How long a run may take, in seconds.
    var deadline: Double { definition.deadline ?? (definition.kind == .handler ? 600 : 3_600) }

    /// How many of its jobs run at the same time.
    var concurrency: Int { definition.concurrency ?? (definition.kind == .handler ? 4 : 1) }
}
