/// The changes that an application hasn't fetched yet: one entry per event and changed record, with the last time.
struct OfflineQueue: Sendable {
    struct Entry: Hashable, Sendable {
        let id: Int
        let event: PortalEvent
        let connector: String
        /// When it happened last, in seconds since 1970.
        var time: Int
        /// Who works on it; empty for nobody.
        var process = ""
        /// Since when somebody works on it, in seconds since 1970.
        var reserved = 0
        var isFailed = false

        /// Its values in the order of the schema.
        var values: [FieldValue] {
            [
                .integer(id), .moment(time), .text(event.name), .text(String(id)), .text(process),
                .integer(isFailed ? 1 : 0),
            ]
        }
    }

    /// What a change is added to if it happens again.
    private struct Place: Hashable {
        let event: PortalEvent
        let connector: String
    }

    /// What an entry is filtered and ordered by.
    static let schema = Schema(
        faces: [],
        [
            .id(), .dateTime("TIMESTAMP_X", "TIMESTAMP_X"), .text("EVENT_NAME", "EVENT_NAME"),
            .text("MESSAGE_ID", "MESSAGE_ID"), .text("PROCESS_ID", "PROCESS_ID"), .integer("ERROR", "ERROR"),
        ])
    /// How many seconds a reserved entry is kept.
    static let reservation = 30 * 86_400

    /// By ascending identifier.
    private(set) var entries: [Entry] = []
    private var open: [Place: Int] = [:]
    private var nextID = 1
    private var processes = RandomSource(seed: 1, stream: "offline processes")

    mutating func add(_ event: PortalEvent, connector: String, at now: Int) {
        let place = Place(event: event, connector: connector)
        if let id = open[place], let position = position(of: id) {
            entries[position].time = now
            return
        }
        entries.append(Entry(id: nextID, event: event, connector: connector, time: now))
        open[place] = nextID
        nextID += 1
    }

    /// The entries of a source that a filter finds, in order.
    func list(_ filter: Filter, _ order: Order, connector: String) -> [Entry] {
        let found = entries.filter { $0.connector == connector && filter.matches($0.values) }
        return order.sorted(Array(found.indices), rows: found.map(\.values)).map { found[$0] }
    }

    /// Gives entries to a process, so that nobody else gets them.
    ///
    /// - Parameter process: nil for a new one
    /// - Returns: the process
    mutating func reserve(_ taken: [Entry], for process: String?, at now: Int) -> String {
        let process = process ?? processes.word(32)
        for entry in taken {
            guard let position = position(of: entry.id) else { continue }
            (entries[position].process, entries[position].reserved) = (process, now)
            close(entry)
        }
        return process
    }

    mutating func remove(_ taken: [Entry]) {
        let ids = Set(taken.map(\.id))
        for entry in taken { close(entry) }
        entries.removeAll { ids.contains($0.id) }
    }

    /// Takes away what was reserved too long ago.
    mutating func forget(at now: Int) {
        entries.removeAll { !$0.process.isEmpty && now - $0.reserved > OfflineQueue.reservation }
    }

    /// Takes away what a process has done, or some of it.
    mutating func confirm(_ process: String, ids: Set<Int>?) {
        entries.removeAll { $0.process == process && (ids?.contains($0.id) ?? true) }
    }

    /// Marks what a process couldn't do: it is found by those who ask for failures.
    mutating func fail(_ process: String, ids: Set<Int>) {
        for position in entries.indices
        where entries[position].process == process && ids.contains(entries[position].id) {
            (entries[position].isFailed, entries[position].process) = (true, "")
        }
    }

    private mutating func close(_ entry: Entry) {
        let place = Place(event: entry.event, connector: entry.connector)
        if open[place] == entry.id { open[place] = nil }
    }

    private func position(of id: Int) -> Int? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].id == id ? low : nil
    }
}
