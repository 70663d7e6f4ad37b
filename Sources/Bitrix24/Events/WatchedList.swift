import JSON

/// How the changes of one kind of entity are read from its list.
struct WatchedList: Sendable {
    /// How the names of a family of lists are written.
    private enum Style { case classic, activity, item, task }

    let type: String
    let method: String
    /// The items' kind where one method lists all kinds.
    let entityTypeID: Int?
    /// The events' code without its verb, such as `ONCRMDEAL`.
    let prefix: String
    private let style: Style

    /// nil if changes of that type can't be read from a list.
    init?(type: String) {
        self.type = type
        switch type {
        case "crm.deal", "crm.lead", "crm.contact", "crm.company", "crm.quote":
            (method, style, entityTypeID) = ("\(type).list", .classic, nil)
            prefix = "ONCRM" + type.dropFirst(4).uppercased()
        case "crm.activity":
            (method, style, entityTypeID, prefix) = ("crm.activity.list", .activity, nil, "ONCRMACTIVITY")
        case "tasks.task":
            (method, style, entityTypeID, prefix) = ("tasks.task.list", .task, nil, "ONTASK")
        default:
            guard type.hasPrefix("crm.item."), let number = EntityReference.entityTypeID(of: type) else { return nil }
            (method, style, entityTypeID, prefix) = ("crm.item.list", .item, number, "ONCRMDYNAMICITEM")
        }
    }

    /// The types whose events say by themselves which list it is.
    static let named = [
        "crm.lead", "crm.deal", "crm.contact", "crm.company", "crm.quote", "crm.activity", "tasks.task",
    ].compactMap { WatchedList(type: $0) }

    var id: String { style == .item ? "id" : "ID" }

    var modified: String {
        switch style {
        case .classic: "DATE_MODIFY"
        case .activity: "LAST_UPDATED"
        case .item: "updatedTime"
        case .task: "CHANGED_DATE"
        }
    }

    var created: String {
        switch style {
        case .classic: "DATE_CREATE"
        case .activity: "CREATED"
        case .item: "createdTime"
        case .task: "CREATED_DATE"
        }
    }

    /// The member of `result` that is the list; nil if `result` is.
    private var key: String? {
        switch style {
        case .classic, .activity: nil
        case .item: "items"
        case .task: "tasks"
        }
    }

    /// A page that isn't counted.
    func call(filter: JSONObject, order: JSONObject) -> PortalCall {
        var parameters: JSONObject = [
            "filter": .object(filter), "order": .object(order),
            "select": [.string(id), .string(created), .string(modified)], "start": -1,
        ]
        if let entityTypeID { parameters["entityTypeId"] = .integer(entityTypeID) }
        return PortalCall(method, .object(parameters))
    }

    /// The items of a page; nil if the answer holds no list. An item without identifier or time is left out.
    func items(in result: JSONValue) -> (items: [Item], count: Int)? {
        let list = key.map { result[$0] } ?? result
        guard let elements = list?.array ?? list?.object?.values else { return nil }
        let items = elements.compactMap { element -> Item? in
            guard let id = element.identifier(at: ["id"]),
                let at = moment(in: element, modified), EntityReference(type: type, id: id) != nil
            else { return nil }
            return Item(id: id, modified: at, created: moment(in: element, created))
        }
        return (items, elements.count)
    }

    /// Tasks are asked for by `CHANGED_DATE` and answer `changedDate`.
    private func moment(in element: JSONValue, _ name: String) -> Double? {
        let plain = name.filter { $0 != "_" }
        return (element.value(at: name) ?? element.value(at: plain))?.string.flatMap(DateText.read)
    }

    /// What the list says of one entity.
    struct Item: Hashable, Sendable {
        let id: String
        /// Seconds since 1970.
        let modified: Double
        let created: Double?
    }
}
