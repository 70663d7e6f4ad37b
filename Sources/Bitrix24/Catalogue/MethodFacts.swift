/// What is documented of one method.
public struct MethodFacts: Hashable, Sendable {
    /// Its name, such as `crm.deal.list`.
    public let name: String
    /// Whether it changes something. Reads that take something away, such as `event.offline.get`, count as writes.
    public let isWrite: Bool
    /// The scopes that allow it; one of several is enough. The scope `basic` is every webhook's;
    /// methods without any are in no scope.
    public let scopes: [String]
    /// How its list is read, if it lists.
    public let list: ListFacts?

    init(line: String) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        name = fields[0]
        isWrite = fields[1] == "w"
        scopes = fields[2].split(separator: ",").map(String.init)
        list = fields.count > 3 ? ListFacts(fields: fields[3...].map { $0 }) : nil
    }
}

/// How a method that lists is read.
public struct ListFacts: Hashable, Sendable {
    /// How the walk goes from page to page.
    public enum Walk: String, Sendable {
        /// Ordered by identifier, each page behind the last one's end; counts nothing, loses and repeats nothing.
        case byID = "id"
        /// By `start`, an offset.
        case byStart = "start"
        /// By `START`, an offset in a method that wants capitals.
        case byUpperStart = "START"
        /// There is one answer.
        case once
        /// Not documented.
        case unknown
    }

    /// How the walk goes.
    public let walk: Walk
    /// Items a page, where not all are there.
    public let pageSize: Int
    /// The member of `result` that is the list; nil if `result` is.
    public let listKey: String?
    /// The identifier's name in an item.
    public let identifier: String
    /// The identifier's name in a filter and an order.
    public let filterIdentifier: String
    /// The parameter that filters.
    public let filter: String?
    /// The parameter that orders.
    public let order: String?
    /// The parameter that selects fields.
    public let select: String?

    init(fields: [String]) {
        let some = { (text: String) in text.isEmpty ? nil : text }
        walk = Walk(rawValue: fields[0]) ?? .unknown
        pageSize = Int(fields[1]) ?? 50
        listKey = some(fields[2])
        identifier = some(fields[3]) ?? "ID"
        filterIdentifier = some(fields[4]) ?? identifier
        filter = some(fields[5])
        order = some(fields[6])
        select = some(fields[7])
    }
}
