import JSON

/// Which changes of one kind of entity are wanted from a portal that doesn't send its events.
///
/// A webhook gets no events unless an outgoing one is made by hand, and an event that is lost is never sent again. So
/// the lists are asked for what was modified. Deletions can't be seen so.
public struct ChangeWatch: Hashable, Sendable {
    /// The entities' type, such as `crm.deal`, `crm.item.1036` or `tasks.task`.
    public let type: String
    /// The event's code for what is new; nil if nobody wants it.
    public let added: String?
    /// The event's code for what has changed; nil if nobody wants it.
    public let updated: String?

    /// A watch; nil if the changes of that type can't be read from a list.
    public init?(type: String, added: String?, updated: String?) {
        guard WatchedList(type: type) != nil, added != nil || updated != nil else { return nil }
        (self.type, self.added, self.updated) = (type, added, updated)
    }

    /// What can be read for some events, and what can't.
    public struct Plan: Hashable, Sendable {
        /// The lists to look at, by type.
        public let watches: [ChangeWatch]
        /// The events that can't be had so, for a warning: deletions and what no list tells.
        public let unseen: [String]
    }

    /// Plans the watches for events that handlers want.
    ///
    /// - Parameters:
    ///   - events: their codes; capital and small letters are alike.
    ///   - smartProcesses: the `entityTypeId` of the portal's smart processes, for `ONCRMDYNAMICITEM…`.
    public static func plan(for events: some Sequence<String>, smartProcesses: [Int]) -> Plan {
        var wanted: [String: (added: String?, updated: String?)] = [:]
        var unseen: Set<String> = []
        for event in Set(events.map { $0.uppercased() }) {
            let name = EventName(event)
            let types = types(of: name, smartProcesses)
            guard !types.isEmpty, name.change == .added || name.change == .updated else {
                unseen.insert(event)
                continue
            }
            for type in types {
                var codes = wanted[type] ?? (nil, nil)
                // A code that names its smart process is wanted by whoever wants only that one; the general one is
                // what the handlers of both are called by.
                if name.change == .added {
                    codes.added = shorter(codes.added, event)
                } else {
                    codes.updated = shorter(codes.updated, event)
                }
                wanted[type] = codes
            }
        }
        let watches = wanted.sorted { $0.key < $1.key }.compactMap { type, codes in
            ChangeWatch(type: type, added: codes.added, updated: codes.updated)
        }
        return Plan(watches: watches, unseen: unseen.sorted())
    }

    /// Whether an event is one of all smart processes, so that it must be known which there are.
    public static func needsSmartProcesses(_ event: String) -> Bool {
        let name = EventName(event)
        return name.noun == smartProcessNoun && name.entityTypeID == nil
            && (name.change == .added || name.change == .updated)
    }

    private static let smartProcessNoun = "CRMDYNAMICITEM"

    private static func shorter(_ one: String?, _ other: String) -> String {
        guard let one, one.count <= other.count else { return other }
        return one
    }

    private static func types(of name: EventName, _ smartProcesses: [Int]) -> [String] {
        if name.noun == smartProcessNoun {
            let numbers = name.entityTypeID.map { [$0] } ?? smartProcesses
            return numbers.map(EntityReference.type(ofEntityTypeID:)).filter { WatchedList(type: $0) != nil }
        }
        // `MOVETOCATEGORY` and others of its kind are about a deal, but a list doesn't tell them from other changes.
        return name.isPlain ? WatchedList.named.filter { $0.prefix == "ON" + name.noun }.map(\.type) : []
    }

    var list: WatchedList? { WatchedList(type: type) }

    /// How many seconds after it was made an item that is just new may be dated as changed.
    private static let making = 2.0

    /// The changes that an item of the list stands for and that somebody wants: what is new may have been changed since.
    func events(for item: WatchedList.Item, isNew: Bool) -> [PulledEvent] {
        let update = event(updated, "update", item, of: item.modified)
        guard isNew else { return [update].compactMap(\.self) }
        let created = item.created ?? item.modified
        // An item becomes new once, so its identity is the same though it was changed since it was told.
        let addition = event(added, "add", item, of: created)
        return [addition, item.modified > created + Self.making ? update : nil].compactMap(\.self)
    }

    private func event(_ code: String?, _ kind: String, _ item: WatchedList.Item, of moment: Double) -> PulledEvent? {
        guard let code, let stamp = DateText.write(moment) else { return nil }
        let id = JSONValue.string(item.id)
        var fields: JSONObject = ["ID": id]
        let list = list
        if let number = list?.entityTypeID { fields["ENTITY_TYPE_ID"] = .integer(number) }
        let member = type == "tasks.task" ? "FIELDS_AFTER" : "FIELDS"
        return PulledEvent(
            event: code, data: .object([member: .object(fields)]), at: item.modified,
            identity: "poll:\(type):\(item.id):\(stamp):\(kind)")
    }
}
