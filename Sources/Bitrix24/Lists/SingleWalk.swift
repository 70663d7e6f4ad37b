import JSON

/// Reads a list that comes in one answer, or one whose paging is not documented: as far as the portal itself says
/// how it goes on, and with a warning where that is left open.
struct SingleWalk: ListWalk {
    private let request: ListRequest
    private let facts: ListFacts
    private let isComplete: Bool
    private var next: Int?
    private var isFirst = true
    private var isAtEnd = false

    /// - Parameter isComplete: whether the method is documented to answer with the whole list.
    init(_ request: ListRequest, _ facts: ListFacts, isComplete: Bool) {
        self.request = request
        self.facts = facts
        self.isComplete = isComplete
    }

    mutating func next(most: Int, wanted: Int?) -> [PortalCall]? {
        guard !isAtEnd else { return nil }
        var parameters = request.parameters
        if let next { parameters["start"] = .integer(next) }
        return [request.page(parameters, facts)]
    }

    mutating func receive(_ answers: PendingReply.Answers) throws(PortalError) -> ListPage {
        guard let answer = answers.first else { return ListPage() }
        let reply = try answer.get()
        let list = try ListInReply(in: reply, key: facts.listKey, method: request.method)
        var writer = PageWriter(capacity: list.range.count)
        writer.add(list)
        var page = writer.page()
        if let following = reply.next, following > next ?? 0, list.count > 0 {
            next = following
            if isFirst { page.note = "how \(request.method) is paged is not documented; it is read as it says itself" }
        } else {
            isAtEnd = true
            page.partial = doubt(list, reply)
            page.note = page.partial
        }
        isFirst = false
        page.isLast = isAtEnd
        return page
    }

    /// Why there may be more than what came.
    private func doubt(_ list: ListInReply, _ reply: PortalReply) -> String? {
        if let total = reply.total, total > list.count, next == nil {
            return "\(request.method) has \(total) items, of which \(list.count) came"
        }
        guard !isComplete, list.count > 0, list.count % 10 == 0 else { return nil }
        return "\(request.method) gave \(list.count) items; how it goes on is not documented, so there may be more: "
            + "read it with b24.call"
    }
}
