import JSON

/// One question of a watch, and what its answer tells.
struct ChangeLook: Sendable {
    /// What came of an answer.
    struct Findings: Sendable {
        let changes: [PulledEvent]
        let cursor: ChangeCursor
        /// Whether the look goes on with another page.
        let isUnfinished: Bool
    }

    let watch: ChangeWatch
    let list: WatchedList
    let cursor: ChangeCursor?
    /// How many seconds before the known time a look begins.
    let overlap: Double

    /// How long a second must be over before it is believed: until then more may be modified in it.
    static let settling = 2.0

    init?(_ watch: ChangeWatch, _ cursor: ChangeCursor?, overlap: Double) {
        guard let list = watch.list else { return nil }
        (self.watch, self.list, self.cursor, self.overlap) = (watch, list, cursor, overlap)
    }

    private var place: ChangeCursor.Place? {
        cursor.map { $0.place ?? ChangeCursor.Place(second: $0.start(overlap: overlap).rounded(.down)) }
    }

    /// The call of the next page. The pages aren't counted by offset: what is modified meanwhile moves to the end of
    /// the list, and the item behind it would be skipped.
    var call: PortalCall {
        guard let place, let second = DateText.write(place.second) else {
            return list.call(filter: [:], order: [list.modified: "DESC", list.id: "DESC"])
        }
        guard let afterID = place.afterID else {
            return list.call(
                filter: [">=\(list.modified)": .string(second)], order: [list.modified: "ASC", list.id: "ASC"])
        }
        return list.call(
            filter: [
                ">=\(list.modified)": .string(second), "<=\(list.modified)": .string(second),
                ">\(list.id)": .integer(afterID),
            ], order: [list.id: "ASC"])
    }

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - result: `result` of the answer.
    ///   - moment: when the portal began to answer, seconds since 1970; nil if it doesn't say.
    /// - Returns: nil if the answer holds no list.
    func read(_ result: JSONValue, moment: Double?) -> Findings? {
        guard let (items, count) = list.items(in: result) else { return nil }
        let horizon = moment.map { ($0 - Self.settling).rounded(.down) }
        guard var cursor, let place else {
            // A first look finds nothing, or a portal's whole past would come.
            let newest = items.map(\.modified).max()
            guard let start = moment?.rounded(.down) ?? newest.map({ $0 + 1 }) else { return nil }
            return Findings(changes: [], cursor: ChangeCursor(startingAt: start), isUnfinished: false)
        }
        // A page of items none of which can be understood is no sign that there are no changes.
        guard count == 0 || !items.isEmpty else { return nil }
        // The portal's clock was ahead and is right again: what is changed until it is there once more would be missed.
        if let moment, moment < cursor.at - overlap {
            return Findings(changes: [], cursor: cursor.setBack(to: moment.rounded(.down)), isUnfinished: true)
        }
        let ordered = items.sorted { ($0.modified, $0.id) < ($1.modified, $1.id) }
        var changes: [PulledEvent] = []
        let start = cursor.start(overlap: overlap)
        for item in ordered {
            let isNew = cursor.isNew(item, since: start)
            if cursor.isNews(item, horizon: horizon) {
                changes += watch.events(for: item, isNew: isNew)
                cursor.seen[item.id] = item.modified
                cursor.fresh?[item.id] = nil
            } else if isNew {
                cursor.fresh = (cursor.fresh ?? [:]).merging([item.id: item.modified]) { $1 }
            }
        }
        let isFull = count >= Self.pageSize
        let next = following(place, ordered, isFull: isFull, horizon: horizon)
        cursor.move(to: next, known: place.horizon ?? horizon, newest: ordered.last?.modified, overlap: overlap)
        return Findings(changes: changes, cursor: cursor, isUnfinished: next != nil)
    }

    private static let pageSize = 50

    /// Where the look goes on; nil at its end.
    private func following(
        _ place: ChangeCursor.Place, _ items: [WatchedList.Item], isFull: Bool, horizon: Double?
    ) -> ChangeCursor.Place? {
        let known = place.horizon ?? horizon
        // Wherever a portal doesn't do what it is asked for, the look must come to an end.
        if let afterID = place.afterID {
            guard isFull, let last = items.compactMap({ Int($0.id) }).max(), last > afterID else {
                return ChangeCursor.Place(second: place.second + 1, horizon: known)
            }
            return ChangeCursor.Place(second: place.second, afterID: last, horizon: known)
        }
        guard isFull, let last = items.last?.modified.rounded(.down) else { return nil }
        guard last >= place.second, last <= horizon ?? .infinity else { return nil }
        // What is dated before the last one was all there when it was listed, but for what comes to light late.
        if last > place.second { return ChangeCursor.Place(second: last, horizon: known.map { max($0, last) }) }
        return ChangeCursor.Place(second: place.second, afterID: 0, horizon: known)
    }
}

extension ChangeCursor {
    /// Goes on to a place, or ends the look, and forgets what can't be listed again.
    ///
    /// - Parameters:
    ///   - next: where the look goes on; nil if it is finished.
    ///   - known: up to when everything is known when the look is finished; nil if the portal doesn't tell its time.
    ///   - newest: the newest change of the page.
    ///   - overlap: how many seconds before the known time a look begins.
    fileprivate mutating func move(to next: Place?, known: Double?, newest: Double?, overlap: Double) {
        place = next
        guard let next else {
            at = max(at, known ?? newest ?? at)
            let start = start(overlap: overlap)
            fresh = fresh?.filter { $0.value >= start }
            if fresh?.isEmpty == true { fresh = nil }
            return forget(before: start)
        }
        // Behind a page that was read an item is listed again only with a later change, and the next look begins where
        // this one knows everything: however long a look is, no more is kept than changes within some seconds.
        forget(before: min(next.second, known ?? .infinity) - overlap)
    }

    private mutating func forget(before second: Double) {
        seen = seen.filter { $0.value >= second.rounded(.down) }
    }
}
