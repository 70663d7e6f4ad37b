import JSON

/// Reads a list whose pages are asked for by offset and limit or by number, until one comes short.
struct NumberedWalk: ListWalk {
    /// The parameters that page; paths such as `params.offset`.
    enum Paging: Hashable, Sendable {
        case offset(String, limit: String)
        case page(page: String, limit: String?)
    }

    private let request: ListRequest
    private let facts: ListFacts
    private let paging: Paging
    private let size: Int
    private var position: Int
    private var isAtEnd = false
    private var isFirst = true
    /// How many items a page has that isn't the last one: the portal may give fewer than it is asked for.
    private var fullPage: Int
    private var lastFirstItem: [UInt8]?

    init(_ request: ListRequest, _ facts: ListFacts, by paging: Paging) {
        self.request = request
        self.facts = facts
        self.paging = paging
        switch paging {
        case .offset(let offset, let limit):
            size = max(1, request.parameters.value(at: limit)?.integer ?? facts.pageSize)
            position = request.parameters.value(at: offset)?.integer ?? 0
        case .page(let page, let limit):
            size = max(1, limit.flatMap { request.parameters.value(at: $0)?.integer } ?? facts.pageSize)
            position = request.parameters.value(at: page)?.integer ?? 1
        }
        fullPage = min(size, facts.pageSize)
    }

    mutating func next(most: Int, wanted: Int?) -> [PortalCall]? {
        guard !isAtEnd else { return nil }
        var parameters = request.parameters
        switch paging {
        case .offset(let offset, let limit):
            parameters = parameters.setting(offset, .integer(position)).setting(limit, .integer(size))
        case .page(let page, let limit):
            parameters = parameters.setting(page, .integer(position))
            if let limit { parameters = parameters.setting(limit, .integer(size)) }
        }
        return [request.page(parameters, facts)]
    }

    mutating func receive(_ answers: PendingReply.Answers) throws(PortalError) -> ListPage {
        guard let answer = answers.first else { return ListPage() }
        let list = try ListInReply(in: try answer.get(), key: facts.listKey, method: request.method)
        let first = list.ends.map { Array($0.first) }
        if list.count > 0, first == lastFirstItem {
            throw .walk("the portal answers the same page again", method: request.method)
        }
        lastFirstItem = first
        switch paging {
        case .offset: position += list.count
        case .page: position += 1
        }
        isAtEnd = list.count == 0 || list.count < fullPage
        if isFirst { fullPage = min(size, list.count) }
        var writer = PageWriter(capacity: list.range.count)
        writer.add(list)
        var page = writer.page()
        if isFirst, !isAtEnd, facts.walk == .byID { page.note = ListPlan.ownOrderNote(request.method) }
        isFirst = false
        page.isLast = isAtEnd
        return page
    }
}
