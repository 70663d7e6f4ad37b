import Timetable

/// What a list method is asked for.
struct ListRequest: Sendable {
    static let pageSize = 50

    let filter: Filter
    let order: Order
    /// The first record of the page, a multiple of the page size; nil where counting is switched off.
    let start: Int?

    /// Reads `start`: -1 switches counting off, anything else is rounded down to a page.
    static func start(_ parameter: Parameter?) -> Int? {
        let start = parameter?.integer ?? 0
        return start < 0 ? nil : start / pageSize * pageSize
    }
}

/// A page of a list.
struct ListPage: Sendable {
    /// Positions in the table.
    let positions: [Int]
    /// How many records the whole list has; 0 where they weren't counted, as the portal says then.
    let total: Int
    /// The start of the next page, if there is one and the records were counted.
    let next: Int?
}

extension EntityTable {
    /// Finds a page of a list.
    func page(_ request: ListRequest) -> ListPage {
        let (ids, rest) = request.filter.splitByID()
        let end = ids.upperBound == .max ? count : firstPosition(notBelow: ids.upperBound + 1)
        let candidates = min(firstPosition(notBelow: ids.lowerBound), end)..<end
        if let descending = request.order.idDescending {
            return page(request.start, of: candidates, matching: rest, descending: descending)
        }
        let found = candidates.filter { rest.matches(rows[$0]) }
        let sorted = request.order.sorted(found, rows: rows)
        let page = Array(sorted.dropFirst(request.start ?? 0).prefix(ListRequest.pageSize))
        return listPage(page, start: request.start, total: found.count)
    }

    /// In the order of identifiers nothing is sorted, and without counting the search ends with the page.
    private func page(
        _ start: Int?, of candidates: Range<Int>, matching filter: Filter, descending: Bool
    ) -> ListPage {
        let first = start ?? 0
        var page: [Int] = []
        if filter == .always, first <= candidates.count {
            let size = min(ListRequest.pageSize, candidates.count - first)
            let offsets = first..<(first + size)
            page = offsets.map { descending ? candidates.upperBound - 1 - $0 : candidates.lowerBound + $0 }
            return listPage(page, start: start, total: candidates.count)
        }
        var found = 0
        for offset in 0..<candidates.count {
            let position = descending ? candidates.upperBound - 1 - offset : candidates.lowerBound + offset
            guard filter.matches(rows[position]) else { continue }
            if found >= first, page.count < ListRequest.pageSize { page.append(position) }
            found += 1
            if start == nil, page.count == ListRequest.pageSize { break }
        }
        return listPage(page, start: start, total: found)
    }

    private func listPage(_ positions: [Int], start: Int?, total: Int) -> ListPage {
        guard let start else { return ListPage(positions: positions, total: 0, next: nil) }
        let next = start + ListRequest.pageSize
        return ListPage(positions: positions, total: total, next: next < total ? next : nil)
    }
}
