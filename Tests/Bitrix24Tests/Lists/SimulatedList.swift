import JSON

@testable import Bitrix24

/// A list of the portal's as a value: it answers the commands of a walk by its documented rules, references included.
struct SimulatedList {
    var ids: [Int]
    var key: String?
    var pageSize = 50
    /// Whether `$result[…]` is followed; where it isn't, the text counts as nothing.
    var followsReferences = true
    /// Whether the filter by identifier is heeded.
    var heedsCursor = true
    /// How many commands were answered.
    private(set) var commands = 0
    private(set) var requests = 0

    init(_ ids: [Int], key: String? = nil) {
        self.ids = ids
        self.key = key
    }

    /// Answers one request.
    mutating func answer(_ calls: [PortalCall]) throws -> PendingReply.Answers {
        requests += 1
        var pages: [[Int]] = []
        return try calls.map { call in
            commands += 1
            let parameters = call.parameters
            let isAscending = (parameters["order"]?["ID"] ?? parameters["order"]?["id"])?.string != "DESC"
            let bound = parameters["filter"]?[">ID"] ?? parameters["filter"]?[">id"]
            let after = heedsCursor ? cursor(bound, pages) : 0
            let found = ids[firstPlace(behind: after)...]
            let page = isAscending ? Array(found.prefix(pageSize)) : Array(found.suffix(pageSize).reversed())
            pages.append(page)
            return .success(try Self.reply(page, key: key, depth: call.depth))
        }
    }

    private func firstPlace(behind id: Int) -> Int {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] <= id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func cursor(_ bound: JSONValue?, _ pages: [[Int]]) -> Int {
        guard let bound else { return 0 }
        if let number = bound.integer { return number }
        guard followsReferences, let text = bound.string, let at = text.firstIndex(of: "@") else { return 0 }
        let digits = text[text.index(after: at)...].prefix { $0.isNumber }
        guard let position = Int(digits), pages.indices.contains(position), pages[position].count == pageSize else {
            return 0
        }
        return pages[position][pageSize - 1]
    }

    static func reply(_ ids: [Int], key: String? = nil, depth: Int = 1) throws -> PortalReply {
        let items = JSONValue.array(ids.map { key == nil ? ["ID": .string("\($0)")] : ["id": .integer($0)] })
        return try reply(["result": key.map { [$0: items] } ?? items], depth: depth)
    }

    static func reply(_ value: JSONValue, depth: Int = 1) throws(PortalError) -> PortalReply {
        try reply(String(decoding: value.bytes, as: UTF8.self), depth: depth)
    }

    static func reply(_ text: String, depth: Int = 1) throws(PortalError) -> PortalReply {
        try PortalReply(
            method: "crm.deal.list",
            response: Transport.Response(status: 200, contentType: "application/json", body: Array(text.utf8)),
            depth: 1 + depth)
    }
}

extension ListWalk {
    /// Walks to the end; returns the identifiers in the order in which they came.
    mutating func identifiers(
        in list: inout SimulatedList, most: Int = 50, mutate: (inout SimulatedList) -> Void = { _ in }
    ) throws -> [Int] {
        var found: [Int] = []
        while let calls = next(most: most, wanted: nil), list.requests < 1000 {
            found += try receive(try list.answer(calls)).identifiers
            mutate(&list)
        }
        return found
    }
}

extension ListPage {
    /// The identifiers of its items.
    var identifiers: [Int] {
        ((try? JSONValue(parsing: items).array) ?? []).compactMap { item in
            let value = item["ID"] ?? item["id"]
            return value?.integer ?? value?.string.flatMap { Int($0) }
        }
    }
}
