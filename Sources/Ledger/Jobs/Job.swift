import GRDB

/// One script to be run for one reason.
public struct Job: Sendable, Hashable, Identifiable {
    /// Why a job exists.
    public enum Cause: Sendable, Hashable {
        /// An event has come; the newest one, if some were merged.
        case event(id: Int, name: String)
        /// It was time.
        case slot(due: Stamp)
        /// Somebody wanted it.
        case person(by: String)
    }

    /// Its number; later jobs have greater ones.
    public let id: Int
    /// The portal that the script works with.
    public let portal: String
    /// The script to run.
    public let script: String
    /// Why it exists.
    public let cause: Cause
    /// What its cause was given for the script; nil if nothing.
    public let argument: [UInt8]?
    /// The entity whose jobs run one after another; nil knows no order.
    public let lane: String?
    /// Where it is.
    public let state: JobState
    /// The earliest moment to start.
    public let ready: Stamp
    /// Attempts that were begun and counted.
    public let attempts: Int
    /// When it was recorded.
    public let created: Stamp
    /// When it ended; nil while it is unfinished.
    public let finished: Stamp?
    /// How many jobs caused one another before it.
    public let depth: Int
    /// The job that has caused it.
    public let origin: Int?
    /// Events that were added to it after the first.
    public let merged: Int
    /// How often it was made to wait again after its end.
    public let retries: Int
    /// Why it is dead, stopped, cancelled, interrupted or snoozed, or waits for another attempt.
    public let reason: String?
    /// Its last run.
    public let run: Int?
    /// Why a running job was asked to end.
    public let cancelRequested: String?

    init(_ row: Row) {
        id = row["id"]
        portal = row["portal"]
        script = row["script"]
        cause =
            switch row["cause"] as String {
            case "event": .event(id: row["event"] ?? 0, name: row["event_name"] ?? "")
            case "slot": .slot(due: row.stamp("due") ?? Stamp(milliseconds: 0))
            default: .person(by: row["person"] ?? "")
            }
        argument = row.bytes("argument")
        lane = row["lane"]
        state = JobState(rawValue: row["state"]) ?? .stopped
        ready = row.moment("ready")
        attempts = row["attempts"]
        created = row.moment("created")
        finished = row.stamp("finished")
        depth = row["depth"]
        origin = row["origin"]
        merged = row["merged"]
        retries = row["retries"]
        reason = row["reason"]
        run = row["run"]
        cancelRequested = row["cancelling"]
    }
}
