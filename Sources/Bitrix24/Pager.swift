import JSON

/// Decides how a list is walked: what to ask for next, given what has come.
///
/// By ID where the method allows it and the caller wants no other order: such a walk asks for no count and neither
/// loses nor repeats an item when the list changes meanwhile. Else by offset.
struct Pager: Sendable {
    let method: String
    let facts: ListFacts
    private let parameters: JSONObject
    private let walksByID: Bool
    private var lastID = 0
    private var position: Position = .start

    private enum Position {
        case start
        case after(id: Int)
        case offset(Int)
        case end
    }

    /// Plans the walk.
    ///
    /// - Throws: if the method isn't known to list.
    init(method: String, parameters: JSONObject) throws(PortalError) {
        guard let facts = Catalogue.method(method)?.list else {
            throw PortalError(
                code: "LIST", message: "this method is not known to list anything", method: method,
                hint: "use b24.call for one raw call")
        }
        self.method = method
        self.facts = facts
        self.parameters = parameters
        walksByID = facts.walk == .byID && Self.allowsWalkByID(parameters, facts)
    }

    /// How deep an answer's outline must go to show the items.
    var depth: Int { facts.listKey == nil ? 2 : 3 }

    /// The parameters of the next request; nil at the end.
    func next() -> JSONValue? {
        switch position {
        case .end: nil
        case .start: .object(walksByID ? requestByID(after: nil) : parameters)
        case .after(let id): .object(requestByID(after: id))
        case .offset(let offset):
            .object(setting(facts.walk == .byUpperStart ? "START" : "start", .integer(offset)))
        }
    }

    /// Takes the answer to the last request.
    mutating func receive(_ reply: PortalReply) throws(PortalError) -> ListPage {
        let items = try itemRanges(in: reply)
        if walksByID {
            try advanceByID(items, in: reply)
        } else {
            advanceByOffset(count: items.count, next: reply.number("next"))
        }
        var isLast = false
        if case .end = position { isLast = true }
        return ListPage(items: Self.array(of: items, in: reply.body), count: items.count, isLast: isLast)
    }

    // MARK: By ID

    /// The caller's own order, offset or cursor takes precedence.
    private static func allowsWalkByID(_ parameters: JSONObject, _ facts: ListFacts) -> Bool {
        if parameters["start"] != nil || parameters["START"] != nil { return false }
        if let order = facts.order, let given = parameters[order] {
            guard case .object(let members) = given, members.isEmpty || isAscendingID(members, facts) else {
                return false
            }
        }
        if let filter = facts.filter, let given = parameters[filter] {
            guard let members = given.object else { return given.array?.isEmpty ?? false }
            return members[">" + facts.filterIdentifier] == nil
        }
        return true
    }

    private static func isAscendingID(_ order: JSONObject, _ facts: ListFacts) -> Bool {
        order.count == 1 && order[facts.filterIdentifier]?.string?.uppercased() == "ASC"
    }

    private func requestByID(after id: Int?) -> JSONObject {
        var request = setting("start", -1)
        if let order = facts.order { request[order] = .object([facts.filterIdentifier: "ASC"]) }
        if let id, let filter = facts.filter {
            var members = parameters[filter]?.object ?? [:]
            members[">" + facts.filterIdentifier] = .integer(id)
            request[filter] = .object(members)
        }
        // Without the identifier in the answer there would be no place to go on from.
        if let select = facts.select, let fields = parameters[select]?.array, !fields.isEmpty {
            let identifier = JSONValue.string(facts.filterIdentifier)
            if !fields.contains(identifier) && !fields.contains("*") {
                request[select] = .array(fields + [identifier])
            }
        }
        return request
    }

    private mutating func advanceByID(_ items: [Range<Int>], in reply: PortalReply) throws(PortalError) {
        guard items.count >= facts.pageSize, let last = items.last else {
            position = .end
            return
        }
        guard let id = identifier(of: reply.body[last]) else {
            throw PortalError(
                code: "LIST", message: "an item came without its \(facts.identifier), so the list can't be read on",
                method: method, hint: "read it with b24.call and start")
        }
        guard id > lastID else {
            throw PortalError(
                code: "LIST", message: "the portal ignores the filter by \(facts.filterIdentifier) and repeats items",
                method: method, hint: "read it with b24.call and start")
        }
        lastID = id
        position = .after(id: id)
    }

    private func identifier(of item: ArraySlice<UInt8>) -> Int? {
        guard let value = try? JSONDocument(parsing: item).root[facts.identifier] else { return nil }
        return value.integer ?? value.string.flatMap { Int($0) }
    }

    // MARK: By offset

    private mutating func advanceByOffset(count: Int, next: Int?) {
        var offset = 0
        if case .offset(let reached) = position { offset = reached }
        guard let next, next > offset, count > 0 else {
            position = .end
            return
        }
        position = .offset(next)
    }

    // MARK: Items

    private func setting(_ name: String, _ value: JSONValue) -> JSONObject {
        var request = parameters
        request[name] = value
        return request
    }

    /// Where the items lie. PHP sends a list with gaps as an object: its members are the items then.
    private func itemRanges(in reply: PortalReply) throws(PortalError) -> [Range<Int>] {
        let list =
            facts.listKey.flatMap { key in reply.result.flatMap { reply.outline.member(key, of: $0) } }
            ?? reply.result
        guard let list, reply.outline[list].isArray || reply.outline[list].isObject else {
            throw PortalError(
                code: "LIST", message: "the answer holds no list", method: method,
                hint: "look at it with b24.call")
        }
        return reply.outline.children(of: list).map { reply.outline[$0].range }
    }

    private static func array(of items: [Range<Int>], in body: [UInt8]) -> [UInt8] {
        guard let first = items.first, let last = items.last else { return Array("[]".utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(last.upperBound - first.lowerBound + 2)
        for (index, item) in items.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
            bytes.append(contentsOf: body[item])
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }
}
