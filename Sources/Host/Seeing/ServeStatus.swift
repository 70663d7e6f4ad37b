import Alerts
import Ledger
import Timetable

/// How `lunokhod serve` is, as its ledger has it.
public struct ServeStatus: Sendable {
    /// A moment when a script will run.
    public struct Slot: Hashable, Sendable {
        /// The script.
        public let script: String
        /// The portal that it will run on.
        public let portal: String
        /// When.
        public let due: Stamp

        /// A script's next moment on a portal.
        public init(script: String, portal: String, due: Stamp) {
            (self.script, self.portal, self.due) = (script, portal, due)
        }
    }

    /// A trouble that is open.
    public struct Trouble: Hashable, Sendable {
        /// What sort of thing it is, such as `failed`.
        public let kind: String
        /// What has it, such as a script.
        public let subject: String
        /// The portal that it is of; nil if it is of none.
        public let portal: String?
        /// What happened and what to do.
        public let text: String
        /// Since when.
        public let since: Stamp

        /// Whether it is among the concerns: as itself, or as the script that is paused or can't be loaded.
        public var isConcern: Bool {
            needsPerson || [AlertKind.broken, .paused].map(\.rawValue).contains(kind)
        }

        /// Whether nothing else among what is shown tells of it.
        fileprivate var needsPerson: Bool {
            [AlertKind.missed, .credential, .unreachable, .loop, .disk].map(\.rawValue).contains(kind)
        }
    }

    /// The daemon; nil if none runs.
    public var daemon: DaemonSign?
    /// Jobs and events.
    public var counts: LedgerCounts
    /// Scripts that are paused.
    public var paused: [PausedScript] = []
    /// How many portals scripts can name.
    public var portals = 1
    /// How many scripts are served.
    public var served = 0
    /// Why scripts can't be loaded, by file.
    public var broken: [String: String] = [:]
    /// What comes next, the earliest first.
    public var next: [Slot] = []
    /// What is wrong, the oldest first.
    public var troubles: [Trouble] = []
    /// How many jobs wait, by script and portal, also of scripts that are gone.
    public var waiting: [PlanOwner: Int] = [:]
    /// How many jobs wait for scripts that are gone or define nothing any more.
    public var stranded: [String: Int] = [:]
    /// The scripts that define nothing.
    public var plain: Set<String> = []
    /// Why the folder of the scripts can't be read; nil if it can.
    public var unseen: String?
    /// Slots that were due and are not decided, the earliest first.
    public var overdue: [Slot] = []
    /// Why the ledger can't be written; nil if it can.
    public var obstacle: String?
    /// Runs that failed for good since yesterday, newest first.
    public var failures: [RunRecord] = []

    /// A status of which only this is known.
    public init(daemon: DaemonSign?, counts: LedgerCounts) { (self.daemon, self.counts) = (daemon, counts) }

    /// Reads it, all but what the scripts' files say.
    public init(of ledger: Ledger, now: Stamp) async throws(LedgerError) {
        self.init(daemon: DaemonSign.look(besides: ledger.path), counts: try await ledger.counts())
        paused = try await ledger.paused()
        waiting = try await ledger.waitingJobs()
        let since = now.adding(seconds: -86_400)
        failures = try await ledger.runs(RunFilter(outcome: "dead", since: since), most: 1_000)
        do throws(LedgerError) {
            try await ledger.health()
        } catch  where error != .busy {
            // A daemon that can't write can't record either that it can't.
            obstacle = "\(error)"
        } catch {
            // Somebody else writes.
        }
        guard let book = try await ledger.alertBook() else { return }
        troubles = book.occurrences.filter { $0.until == nil }.map {
            Trouble(
                kind: $0.alert.kind.rawValue, subject: $0.alert.subject,
                portal: $0.alert.portal.isEmpty ? nil : $0.alert.portal, text: $0.alert.text,
                since: Stamp(seconds: $0.since))
        }
    }

    /// Adds what the scripts' files say.
    public mutating func add(_ scripts: WorkspaceScripts, now: Stamp) {
        served = scripts.served.count
        broken = scripts.broken
        portals = scripts.portals.names.count
        unseen = scripts.obstacle
        plain = scripts.plain
        // What can't be seen now isn't gone.
        let gone = waiting.filter { unseen == nil && scripts.served[$0.key.script] == nil }
        for (owner, count) in gone where broken[owner.script] == nil {
            stranded[owner.script, default: 0] += count
        }
        let running = scripts.scheduled.filter { one in
            !paused.contains { $0.script == one.script && $0.portal == one.portal }
        }
        overdue = running.compactMap { one in
            one.overdue(at: now.moment, patience: Self.patience).map {
                Slot(script: one.script, portal: one.portal, due: Stamp($0))
            }
        }.sorted { ($0.due, $0.script) < ($1.due, $1.script) }
        next = running.compactMap { one in
            one.next(after: now.moment, most: 1).first.map {
                Slot(script: one.script, portal: one.portal, due: Stamp($0))
            }
        }.sorted { ($0.due, $0.script) < ($1.due, $1.script) }
    }

    /// After so many seconds a slot that was due should be decided, whatever the daemon does.
    static let patience = 60
    /// So many scripts that are gone are named.
    private static let mostStranded = 20

    /// What needs a person, a sentence each with what to do.
    public var concerns: [String] {
        var found: [String] = []
        if daemon == nil { found.append("no daemon runs: start `lunokhod serve`") }
        for state in [JobState.dead, .interrupted] {
            guard let count = counts.jobs[state], count > 0 else { continue }
            let jobs = count == 1 ? "1 job is" : "\(count) jobs are"
            found.append(
                "\(jobs) \(state.rawValue): see `lunokhod runs --state \(state.rawValue)`, then retry or cancel")
        }
        for one in paused {
            let reason = one.reason.isEmpty ? "" : ", \(one.reason)"
            let place = portals > 1 ? " on \(one.portal)" : ""
            found.append("\(one.script) is paused\(place) by \(one.by)\(reason): `lunokhod resume \(one.script)`")
        }
        for (script, count) in stranded.sorted(by: { $0.key < $1.key }).prefix(Self.mostStranded) {
            let jobs = count == 1 ? "1 job waits" : "\(count) jobs wait"
            let why = plain.contains(script) ? "defines nothing any more: mend it" : "is gone: put it back"
            found.append("\(jobs) for \(script), which \(why), or `lunokhod cancel --script \(script)`")
        }
        if stranded.count > Self.mostStranded {
            found.append("jobs wait for \(stranded.count - Self.mostStranded) more scripts that are gone")
        }
        if let unseen { found.append("the scripts can't be looked at: \(unseen)") }
        if let obstacle { found.append("the ledger can't be written: \(obstacle)") }
        for trouble in troubles where trouble.needsPerson {
            let place = portals > 1 ? trouble.portal.map { $0 == trouble.subject ? "" : " on \($0)" } ?? "" : ""
            found.append("\(trouble.subject)\(place), \(trouble.kind): \(trouble.text)")
        }
        if daemon != nil, let first = overdue.first {
            let others = overdue.count == 1 ? "" : ", and \(overdue.count - 1) more"
            found.append(
                "the slot of \(first.script) was due and is not begun\(others): see the log of `lunokhod serve`")
        }
        for (file, reason) in broken.sorted(by: { $0.key < $1.key }) {
            found.append("\(file) can't be loaded: \(reason)")
        }
        return found
    }
}
