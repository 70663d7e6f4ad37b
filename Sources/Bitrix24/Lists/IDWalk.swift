import JSON

/// Reads a list in the order of its identifiers, each page behind the last one's end, without having it counted. It
/// neither loses nor repeats an item when the list changes meanwhile.
///
/// Up to 50 pages share a request, in which each refers to the end of the one before it. Behind the list's end such
/// references lead nowhere and the portal answers with the list's beginning, so what follows a short page is thrown
/// away, and no more pages are asked for than are likely to be there: the first request has one, the second a few and
/// the greatest identifier, and from then on how densely identifiers follow each other tells how many are left.
struct IDWalk: ListWalk {
    private let request: ListRequest
    private let facts: ListFacts
    private var pageCount = 0
    private var itemCount = 0
    private var firstID: Int?
    private var lastID: Int?
    private var greatestID: Int?
    private var asksForGreatest = false
    private var isAtEnd = false
    /// Set when the portal turns out not to follow references: then a request has one page.
    private var isStepwise = false

    init(_ request: ListRequest, _ facts: ListFacts) {
        self.request = request
        self.facts = facts
    }

    /// The caller's own order, offset or lower bound takes precedence.
    static func fits(_ request: ListRequest, _ facts: ListFacts) -> Bool {
        let parameters = request.parameters
        if ["start", "START", "pagination"].contains(where: { parameters[$0] != nil }) { return false }
        if let order = facts.order, let given = parameters[order], !isEmpty(given) {
            guard let members = given.object, members.count == 1,
                members[facts.filterIdentifier]?.string?.uppercased() == "ASC"
            else { return false }
        }
        guard request.version == .two, let filter = facts.filter, let given = parameters[filter] else { return true }
        guard let members = given.object else { return isEmpty(given) }
        return members[">" + facts.filterIdentifier] == nil
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        value == .null || value.array?.isEmpty == true || value.object?.isEmpty == true
    }

    // MARK: Asking

    mutating func next(most: Int, wanted: Int?) -> [PortalCall]? {
        guard !isAtEnd else { return nil }
        guard let lastID else { return [page(behind: nil)] }
        var pages = pagesToAsk(most: most)
        if let wanted { pages = min(pages, max(1, (wanted + facts.pageSize - 1) / facts.pageSize)) }
        asksForGreatest = greatestID == nil && pages > 1 && pageCount == 1
        let calls = (0..<pages).map { page(behind: $0 == 0 ? .integer(lastID) : reference(to: $0 - 1)) }
        return asksForGreatest ? calls + [greatest()] : calls
    }

    /// A request never asks for many more pages than are left.
    private func pagesToAsk(most: Int) -> Int {
        guard !isStepwise, request.version == .two else { return 1 }
        guard pageCount > 1 else { return min(9, most) }
        guard let firstID, let lastID, let greatestID, greatestID > lastID, lastID > firstID else {
            return min(9, most)
        }
        let density = Double(itemCount) / Double(lastID - firstID + 1)
        // Identifiers may lie closer together further on.
        let items = Double(greatestID - lastID) * density * 1.1
        return min(most, Int(items) / facts.pageSize + 2)
    }

    private func reference(to page: Int) -> JSONValue {
        let key = facts.listKey.map { "[\($0)]" } ?? ""
        return .string("\(CommandText.reference)\(page)]\(key)[\(facts.pageSize - 1)][\(facts.identifier)]")
    }

    private func page(behind cursor: JSONValue?) -> PortalCall {
        var parameters = request.parameters
        if request.version == .three {
            parameters = parameters.setting("pagination.limit", .integer(facts.pageSize))
        } else {
            parameters["start"] = -1
        }
        if let order = facts.order { parameters[order] = .object([facts.filterIdentifier: "ASC"]) }
        if let cursor, let filter = facts.filter { parameters[filter] = bounded(parameters[filter], by: cursor) }
        // Without the identifier in the answer there would be no place to go on from.
        if let select = facts.select, let fields = parameters[select]?.array, !fields.isEmpty {
            let identifier = JSONValue.string(facts.filterIdentifier)
            if !fields.contains(identifier) && !fields.contains("*") {
                parameters[select] = .array(fields + [identifier])
            }
        }
        return call(parameters)
    }

    private func bounded(_ filter: JSONValue?, by cursor: JSONValue) -> JSONValue {
        if request.version == .three {
            let bound: JSONValue = [.string(facts.filterIdentifier), ">", cursor]
            return .array((filter?.array ?? []) + [bound])
        }
        var members = filter?.object ?? [:]
        members[">" + facts.filterIdentifier] = cursor
        return .object(members)
    }

    private func greatest() -> PortalCall {
        var parameters = request.parameters
        parameters["start"] = -1
        if let order = facts.order { parameters[order] = .object([facts.filterIdentifier: "DESC"]) }
        if let select = facts.select { parameters[select] = [.string(facts.filterIdentifier)] }
        return call(parameters)
    }

    private func call(_ parameters: JSONObject) -> PortalCall {
        return request.page(parameters, facts, isWrite: false)
    }

    // MARK: Receiving

    mutating func receive(_ answers: PendingReply.Answers) throws(PortalError) -> ListPage {
        var answers = answers[...]
        if asksForGreatest {
            asksForGreatest = false
            greatestID = answers.popLast().flatMap { try? $0.get() }.flatMap(identifierOfFirst)
        }
        var writer = PageWriter(capacity: (try? answers.first?.get())?.bytes.count ?? 0)
        for (position, answer) in answers.enumerated() {
            // What was read before a failure is kept; the next request begins behind it.
            if position > 0, answer.failure != nil { break }
            let list = try ListInReply(in: try answer.get(), key: facts.listKey, method: request.method)
            guard try advance(over: list, isFirst: position == 0) else { break }
            writer.add(list)
            if isAtEnd { break }
        }
        var page = writer.page()
        page.isLast = isAtEnd
        page.progress = progress
        return page
    }

    private func identifierOfFirst(_ reply: PortalReply) -> Int? {
        guard let list = try? ListInReply(in: reply, key: facts.listKey, method: request.method) else { return nil }
        return list.ends.flatMap { ListInReply.identifier(facts.identifier, of: $0.first) }
    }

    /// Moves on behind a page; returns whether it continues the list.
    private mutating func advance(over list: ListInReply, isFirst: Bool) throws(PortalError) -> Bool {
        guard let ends = list.ends else {
            isAtEnd = true
            return true
        }
        guard let first = ListInReply.identifier(facts.identifier, of: ends.first),
            let last = ListInReply.identifier(facts.identifier, of: ends.last)
        else {
            if list.count < facts.pageSize, lastID == nil {
                isAtEnd = true
                return true
            }
            throw .walk(
                "an item came without its \(facts.identifier), so the list can't be read on", method: request.method)
        }
        if let lastID, first <= lastID || last < first {
            guard !isFirst else {
                throw .walk(
                    "the portal ignores the filter by \(facts.filterIdentifier) and repeats items",
                    method: request.method)
            }
            // The page before was full and this one starts anew: references are not followed here.
            isStepwise = true
            return false
        }
        firstID = firstID ?? first
        lastID = last
        pageCount += 1
        itemCount += list.count
        isAtEnd = list.count < facts.pageSize
        return true
    }

    private var progress: Double? {
        if isAtEnd { return 1 }
        guard let firstID, let lastID, let greatestID, greatestID > firstID else { return nil }
        return min(1, Double(lastID - firstID) / Double(greatestID - firstID))
    }
}
