/// How a method that lists is read.
public struct ListFacts: Hashable, Sendable {
    /// How the walk goes from page to page.
    public enum Walk: Hashable, Sendable {
        /// Ordered by identifier, each page behind the last one's end; counts nothing, loses and repeats nothing.
        case byID
        /// By an offset that is a multiple of the page's size, under the parameter's name: `start` or `START`.
        case byStart(String)
        /// By an offset and a limit; their names may be paths, such as `params.offset`.
        case byOffset(offset: String, limit: String)
        /// By the page's number from 1, and a limit where there is one; their names may be paths.
        case byPage(page: String, limit: String?)
        /// There is one answer.
        case once
        /// Not documented, or not such that it can be done for the caller.
        case unknown

        init(_ text: String) {
            let parts = text.split(separator: ":").map(String.init)
            switch (parts.first, parts.count) {
            case ("id", 1): self = .byID
            case ("start", 2): self = .byStart(parts[1])
            case ("offset", 3): self = .byOffset(offset: parts[1], limit: parts[2])
            case ("page", 2...): self = .byPage(page: parts[1], limit: parts.count > 2 ? parts[2] : nil)
            case ("once", 1): self = .once
            default: self = .unknown
            }
        }
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
        walk = Walk(fields[0])
        pageSize = Int(fields[1]) ?? 50
        listKey = some(fields[2])
        identifier = some(fields[3]) ?? "ID"
        filterIdentifier = some(fields[4]) ?? identifier
        filter = some(fields[5])
        order = some(fields[6])
        select = some(fields[7])
    }
}
