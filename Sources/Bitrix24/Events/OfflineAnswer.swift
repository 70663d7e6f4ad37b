import JSON

/// What `event.offline.get` or `event.offline.list` answered.
struct OfflineAnswer: Sendable {
    /// The entries, as the portal orders them.
    let entries: [OfflineEntry]
    /// The message numbers of what can't be read.
    let unreadable: [String]
    /// The process that the entries are reserved for.
    let processID: String?
    /// How many there are, readable or not.
    let count: Int

    /// nil if the answer holds no entries.
    init?(_ result: JSONValue) {
        let list = result["events"] ?? result
        guard let elements = list.array ?? list.object?.values else { return nil }
        let read = elements.map { ($0, OfflineEntry($0)) }
        entries = read.compactMap(\.1)
        unreadable = read.compactMap { value, entry in entry == nil ? value.identifier(at: ["MESSAGE_ID"]) : nil }
        processID = result["events"] == nil ? nil : result.identifier(at: ["process_id"])
        count = elements.count
    }

    /// The entries that other processes, or this one before its end, have reserved and not confirmed.
    var reserved: [String: [OfflineEntry]] {
        Dictionary(grouping: entries.filter { $0.processID != nil }) { $0.processID ?? "" }
    }
}
