/// What becomes of slots that were missed because the host was stopped, busy or without its clock.
public struct MisfirePolicy: Hashable, Sendable {
    /// Which of the missed slots are made up for.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        /// One run, for the newest of them.
        case once
        /// None.
        case skip
        /// All of them, but no more than `catchUp`, the newest ones.
        case all
    }

    /// Which of them are made up for.
    public var choice: Choice
    /// How many are made up for with `all`; 1…1,000.
    public private(set) var catchUp = 24
    /// How late a slot may be, in seconds, and still isn't missed.
    public private(set) var grace = 60

    /// The most that `catchUp` may be.
    public static let mostCatchUp = 1_000

    /// One run for the newest missed slot; a slot that is up to a minute late isn't missed.
    public init() {
        choice = .once
    }

    /// Reads `once`, `skip` or `all`; nil is `once`.
    ///
    /// - Parameters:
    ///   - catchUp: how many slots `all` makes up for; nil is 24.
    ///   - grace: how late a slot may be; nil is a minute.
    /// - Throws: a `ScheduleError` for another word, with the nearest one, and for a number that is out of range.
    public init(_ text: String?, catchUp: Int? = nil, grace: TimeLength? = nil) throws(ScheduleError) {
        choice = try text.map { text throws(ScheduleError) in try Choice(word: text, as: "misfire") } ?? .once
        if let catchUp {
            guard (1...MisfirePolicy.mostCatchUp).contains(catchUp) else {
                throw ScheduleError(
                    "catch_up can't be \(catchUp); write a number from 1 to \(MisfirePolicy.mostCatchUp)")
            }
            self.catchUp = catchUp
        }
        if let grace { self.grace = grace.seconds }
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// One of some words, capital letters or small.
    init(word: String, as noun: String) throws(ScheduleError) {
        guard let known = Self(rawValue: word.lowercased()) else {
            throw ScheduleError.unknown(word, as: noun, among: Self.allCases.map(\.rawValue))
        }
        self = known
    }
}
