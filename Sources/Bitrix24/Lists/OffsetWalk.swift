import JSON

/// Reads a list by an offset. When the list changes meanwhile items can be lost or come twice, so it is used where
/// nothing else is possible, or where the caller wants an order of its own.
///
/// The first answer counts the list; then many pages share a request.
struct OffsetWalk: ListWalk {
    private let request: ListRequest
    private let facts: ListFacts
    private let parameter: String
    private var offset: Int
    private var pageSize: Int
    private var total: Int?
    private var isFirst = true
    private var isAtEnd = false
    private var lastFirstItem: [UInt8]?
    /// How many items came.
    private var reached = 0

    init(_ request: ListRequest, _ facts: ListFacts, parameter: String) {
        self.request = request
        self.facts = facts
        self.parameter = parameter
        offset = max(0, request.parameters[parameter]?.integer ?? 0)
        pageSize = facts.pageSize
    }

    mutating func next(most: Int, wanted: Int?) -> [PortalCall]? {
        guard !isAtEnd else { return nil }
        guard !isFirst else { return [page(at: offset > 0 ? offset : nil)] }
        var pages = 1
        if let total { pages = min(most, max(1, (total - offset + pageSize - 1) / pageSize)) }
        if let wanted { pages = min(pages, max(1, (wanted + pageSize - 1) / pageSize)) }
        return (0..<pages).map { page(at: offset + $0 * pageSize) }
    }

    private func page(at offset: Int?) -> PortalCall {
        var parameters = request.parameters
        if let offset { parameters[parameter] = .integer(offset) }
        return request.page(parameters, facts)
    }

    mutating func receive(_ answers: PendingReply.Answers) throws(PortalError) -> ListPage {
        var writer = PageWriter(capacity: 4096)
        let (start, size) = (offset, pageSize)
        for (position, answer) in answers.enumerated() {
            // Pages that don't join the one before are asked for again, by the offset that the portal itself told.
            if position > 0, answer.failure != nil || offset != start + position * size { break }
            let reply = try answer.get()
            let list = try ListInReply(in: reply, key: facts.listKey, method: request.method)
            try advance(over: list, reply: reply)
            writer.add(list)
            if isAtEnd { break }
        }
        var page = writer.page()
        if isFirst, !isAtEnd, facts.walk == .byID { page.note = ListPlan.ownOrderNote(request.method) }
        isFirst = false
        page.isLast = isAtEnd
        if isAtEnd, let total, reached < total, request.parameters[parameter] == nil {
            page.partial = "\(request.method) has \(total) items, of which \(reached) came"
            page.note = page.partial
        }
        if let total, total > 0 { page.progress = isAtEnd ? 1 : min(1, Double(offset) / Double(total)) }
        return page
    }

    private mutating func advance(over list: ListInReply, reply: PortalReply) throws(PortalError) {
        if let total = reply.total, total > 0 { self.total = total }
        let first = list.ends.map { Array($0.first) }
        if list.count > 0, let first, first == lastFirstItem {
            throw .walk("the portal ignores \(parameter) and repeats items", method: request.method)
        }
        lastFirstItem = first
        // `next` is the portal's word for "there is more"; some say it as a text, some on every page but the last.
        reached += list.count
        guard let next = reply.next, next > offset, list.count > 0 else {
            isAtEnd = true
            return
        }
        pageSize = next - offset
        offset = next
    }
}
