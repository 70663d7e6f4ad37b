import Bitrix24

extension ListFacts {
    /// How a script's loop goes through the list, in one sentence.
    public var behaviour: String {
        switch walk {
        case .byID:
            "by identifier (\(filterIdentifier)), pages of \(pageSize), up to \(Self.batch) pages (\(grouped(pageSize * Self.batch)) items) a "
                + "request; an order of your own is read by offset"
        case .byStart(let name):
            "by the offset \(name), pages of \(pageSize), up to \(Self.batch) pages (\(grouped(pageSize * Self.batch)) items) a request"
        case .byOffset(let offset, let limit): "by the offset \(offset) and the limit \(limit), pages of \(pageSize)"
        case .byPage(let page, let limit):
            "by the page's number \(page)\(limit.map { " and the limit \($0)" } ?? ""), pages of \(pageSize)"
        case .once: "in one answer"
        case .unknown: "the first answer only: how to go on isn't documented"
        }
    }

    /// How the walk goes, as a word for programs: `id`, `start`, `offset`, `page`, `once`, `unknown`.
    public var walkName: String {
        switch walk {
        case .byID: "id"
        case .byStart: "start"
        case .byOffset: "offset"
        case .byPage: "page"
        case .once: "once"
        case .unknown: "unknown"
        }
    }

    /// The calls that one request may hold.
    private static let batch = 50

    private func grouped(_ number: Int) -> String {
        number < 1_000 ? "\(number)" : "\(number / 1_000),\(String("00\(number % 1_000)".suffix(3)))"
    }
}
