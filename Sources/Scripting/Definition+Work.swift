import JSON

extension Definition {
    /// When it runs: texts of schedules; empty for what runs only when asked or for an event.
    public var schedules: [String] { texts("schedule") ?? text("schedule").map { [$0] } ?? [] }
    /// The days that its schedules mean, such as `working days`.
    public var days: String? { text("days") }
    /// What becomes of missed slots: `once`, `skip`, `all`.
    public var misfire: String? { text("misfire") }
    /// How many missed slots `misfire = "all"` makes up for.
    public var catchUp: Int? { members["catch_up"]?.integer }
    /// How late a slot may be and still be in time, in seconds.
    public var grace: Double? { seconds("grace") }
    /// What becomes of a slot while the last one still runs: `skip`, `queue`, `replace`.
    public var overlap: String? { text("overlap") }
    /// By how much its slots are spread, in seconds.
    public var jitter: Double? { seconds("jitter") }
    /// After how many failures one after the other it is paused.
    public var pauseAfter: Int? { members["pause_after"]?.integer }

    /// How long a run may take, in seconds.
    public var deadline: Double? { seconds("deadline") ?? members["limits"]?["time"]?.seconds }
    /// How often a job is tried at most.
    public var attempts: Int? { members["retry"]?["attempts"]?.integer }
    /// The pause before the second try, in seconds.
    public var retryDelay: Double? { members["retry"]?["delay"]?.seconds }
    /// How many of its jobs may run at the same time.
    public var concurrency: Int? { members["concurrency"]?.integer }
    /// Whether its run may be repeated, whatever it had done when it was interrupted.
    public var isIdempotent: Bool { members["idempotent"]?.bool ?? false }

    /// Whether events that wait for the same item become one run; nil where the script doesn't say.
    public var coalesces: Bool? { members["coalesce"]?.bool ?? (seconds("coalesce") == nil ? nil : true) }
    /// How long an event waits for others to join it, in seconds.
    public var coalescingTime: Double? { seconds("coalesce") }

    private func seconds(_ name: String) -> Double? { members[name]?.seconds }
}

extension JSONValue {
    /// A length of time as scripts write it, in seconds: a number, or text such as `30m`.
    public var seconds: Double? {
        let seconds: Double
        if let number = double {
            seconds = number
        } else {
            guard let text = string, let last = text.last, let count = Int(text.dropLast()), let unit = Self.units[last]
            else { return nil }
            seconds = Double(count) * unit
        }
        // Nobody means more, and what counts on with it would overflow.
        return seconds > 0 ? min(seconds, Self.longest) : nil
    }

    private static let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    private static let longest = 3_660 * 86_400.0
}
