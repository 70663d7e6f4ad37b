import JSON
import Testing

@testable import Bitrix24

/// A portal's list of deals with a clock that a test moves; it filters, orders and pages as `ChangeLook` asks.
struct ChangedList {
    var now: Double
    private var items: [Int: (created: Double, modified: Double)] = [:]

    init(now: Double) { self.now = now }

    mutating func touch(_ id: Int, at: Double? = nil) {
        let at = (at ?? now).rounded(.down)
        items[id] = (items[id]?.created ?? at, at)
    }

    /// What a call answers.
    func answer(_ call: PortalCall) -> JSONValue {
        let filter = call.parameters["filter"]?.object ?? [:]
        let from = filter[">=DATE_MODIFY"]?.string.flatMap(DateText.read) ?? -.infinity
        let to = filter["<=DATE_MODIFY"]?.string.flatMap(DateText.read) ?? .infinity
        let after = filter[">ID"]?.integer ?? 0
        let order = call.parameters["order"]?.object ?? [:]
        let found = items.filter { $0.value.modified >= from && $0.value.modified <= to && $0.key > after }
        let ascending =
            order.names == ["ID"]
            ? found.sorted { $0.key < $1.key }
            : found.sorted { ($0.value.modified, $0.key) < ($1.value.modified, $1.key) }
        let ordered = order.values.first == "DESC" ? ascending.reversed() : ascending
        return .array(
            ordered.prefix(50).map { id, times in
                let created = DateText.write(times.created) ?? "", modified = DateText.write(times.modified) ?? ""
                return ["ID": .string("\(id)"), "DATE_CREATE": .string(created), "DATE_MODIFY": .string(modified)]
            })
    }
}

/// A watch of a `ChangedList` that goes on from look to look.
struct DealWatcher {
    var cursor: ChangeCursor?
    private(set) var found: [String] = []
    private(set) var pages = 0
    /// Identities that were told, in their order.
    private(set) var identities: [String] = []
    /// The most that was remembered after a page.
    private(set) var mostSeen = 0

    /// Looks until nothing more is to be asked for.
    ///
    /// - Parameter meanwhile: what happens to the list behind each page.
    mutating func look(
        at list: inout ChangedList, tellsTime: Bool = true, meanwhile: (inout ChangedList) -> Void = { _ in }
    ) throws {
        let watch = try #require(ChangeWatch(type: "crm.deal", added: "ONCRMDEALADD", updated: "ONCRMDEALUPDATE"))
        for _ in 0..<1_000 {
            let look = try #require(ChangeLook(watch, cursor, overlap: 20))
            let answer = look.read(list.answer(look.call), moment: tellsTime ? list.now : nil)
            let findings = try #require(answer)
            cursor = findings.cursor
            pages += 1
            identities += findings.changes.map(\.identity)
            mostSeen = max(mostSeen, cursor?.seen.count ?? 0)
            found += findings.changes.map { "\($0.event.dropFirst(9)) \($0.entity?.id ?? "-")" }
            meanwhile(&list)
            if !findings.isUnfinished { return }
        }
        Issue.record("the look doesn't end")
    }

    mutating func take() -> [String] {
        defer { found = [] }
        return found
    }
}
