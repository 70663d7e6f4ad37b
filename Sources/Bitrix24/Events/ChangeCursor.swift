/// How far a watch has looked. It is kept together with the changes that were found, so that none is lost or found
/// twice when the program ends in between.
public struct ChangeCursor: Hashable, Sendable, Codable {
    /// Where a look that isn't finished goes on.
    struct Place: Hashable, Sendable, Codable {
        /// From this time on, seconds since 1970.
        var second: Double
        /// Only within that second, behind this identifier: more has changed in it than a page holds.
        var afterID: Int?
        /// Up to when everything is known when the look is finished.
        var horizon: Double?
    }

    /// The first look began here; nothing older counts.
    var floor: Double
    /// Everything up to this time has been looked at, seconds since 1970 by the portal's clock.
    public internal(set) var at: Double
    /// When the entities were modified that are known and may be listed again, by identifier.
    var seen: [String: Double]
    /// When the entities were modified that are new and wait, by identifier: they may change once more within the same
    /// second, and are new also when they are told later. nil is none.
    var fresh: [String: Double]?
    var place: Place?

    /// A cursor at a time, with nothing older counting.
    init(startingAt time: Double) {
        (floor, at, seen) = (time, time, [:])
    }

    /// Where the next look begins: changes come to light a little later than they are dated.
    func start(overlap: Double) -> Double { max(floor, at - overlap) }

    /// The same at an earlier time. What is known stays known.
    func setBack(to time: Double) -> ChangeCursor {
        var cursor = self
        (cursor.floor, cursor.at, cursor.place) = (min(floor, time), time, nil)
        return cursor
    }

    /// Whether an item of a list is a change that isn't known; those dated behind `horizon` wait, since they may
    /// change once more within the same second.
    func isNews(_ item: WatchedList.Item, horizon: Double?) -> Bool {
        guard item.modified >= floor, item.modified <= horizon ?? .infinity else { return false }
        return seen[item.id].map { item.modified > $0 } ?? true
    }

    /// Whether an item of a list was made since `start` and isn't known.
    func isNew(_ item: WatchedList.Item, since start: Double) -> Bool {
        seen[item.id] == nil && (fresh?[item.id] != nil || (item.created ?? -.infinity) >= start)
    }
}
