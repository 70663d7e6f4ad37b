import Timetable

/// All records of one entity, by ascending identifier.
struct EntityTable: Sendable {
    typealias Values = [FieldValue]

    private(set) var schema: Schema
    let zone: Zone
    private(set) var ids: [Int] = []
    private(set) var rows: [Values] = []
    /// The identifier of the next record; never used again after a deletion.
    private(set) var nextID: Int
    /// Whether changes are kept until somebody takes them.
    var isWatched = false
    /// The changes since they were taken last.
    private(set) var changes: [(change: RecordChange, id: Int)] = []
    /// What each record looks like, per face of the schema; made at the first reading.
    private var dressed: [[DressedRecord?]]

    init(schema: Schema, zone: Zone, firstID: Int = 1) {
        self.schema = schema
        self.zone = zone
        nextID = firstID
        dressed = schema.faces.map { _ in [] }
    }

    var count: Int { ids.count }

    /// The position of a record.
    func position(of id: Int) -> Int? {
        let place = firstPosition(notBelow: id)
        return place < ids.count && ids[place] == id ? place : nil
    }

    /// The position of the first record whose identifier is not below `id`; `count` if there is none.
    func firstPosition(notBelow id: Int) -> Int {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Adds a record at the end; its first value becomes its identifier.
    @discardableResult
    mutating func add(_ values: Values) -> Int {
        let id = nextID
        var values = values
        values[0] = .integer(id)
        ids.append(id)
        rows.append(values)
        for face in dressed.indices { dressed[face].append(nil) }
        nextID = id + 1
        if isWatched { changes.append((.add, id)) }
        return id
    }

    /// Leaves out some identifiers, as deleted records do.
    mutating func skipIDs(_ count: Int) { nextID += count }

    mutating func replace(at position: Int, with values: Values) {
        rows[position] = values
        for face in dressed.indices { dressed[face][position] = nil }
        if isWatched { changes.append((.update, ids[position])) }
    }

    /// Hands over the changes so far.
    mutating func takeChanges() -> [(change: RecordChange, id: Int)] {
        defer { changes.removeAll() }
        return changes
    }

    mutating func remove(at position: Int) {
        if isWatched { changes.append((.delete, ids[position])) }
        ids.remove(at: position)
        rows.remove(at: position)
        for face in dressed.indices { dressed[face].remove(at: position) }
    }

    /// Changes the fields; each record is asked for its values under the new ones.
    mutating func remodel(_ schema: Schema, values: (Values) -> Values) {
        self.schema = schema
        for position in rows.indices { rows[position] = values(rows[position]) }
        dressed = schema.faces.map { _ in Array(repeating: nil, count: rows.count) }
    }

    /// Writes the members of a record that the selection names: `"ID":"1","TITLE":"…",`.
    mutating func write(_ selection: Selection, of position: Int, face: Face, to json: inout JSONBuffer) {
        guard let slot = schema.faces.firstIndex(of: face) else { return }
        dress(position, slot)
        dressed[slot][position]?.write(selection, to: &json)
    }

    /// Dresses all records before they are asked for.
    mutating func dressAll(face: Face) {
        guard let slot = schema.faces.firstIndex(of: face) else { return }
        for position in rows.indices { dress(position, slot) }
    }

    private mutating func dress(_ position: Int, _ slot: Int) {
        guard dressed[slot][position] == nil else { return }
        dressed[slot][position] = DressedRecord(rows[position], schema: schema, face: slot, zone: zone)
    }
}
