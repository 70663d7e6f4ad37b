import JSON

/// Decides how a list is read: what to ask for next, given what has come.
protocol ListWalk: Sendable {
    /// The commands of the next request, in order; nil at the end.
    ///
    /// - Parameters:
    ///   - most: how many pages one request may hold.
    ///   - wanted: how many items the caller still wants; nil for all.
    mutating func next(most: Int, wanted: Int?) -> [PortalCall]?
    /// Takes the answers to the last request's commands.
    mutating func receive(_ answers: PendingReply.Answers) throws(PortalError) -> ListPage
}

/// The walk that fits a list.
enum ListPlan {
    /// What is told of a list in an order of the caller's own, for which there is a safer walk.
    static func ownOrderNote(_ method: String) -> String {
        "\(method) is read in an order of its own, page by page: what is added or removed meanwhile can make it lose or "
            + "repeat items; :by_id() reads it without that"
    }

    /// Plans the walk.
    ///
    /// - Throws: if the method isn't known to list.
    static func walk(_ given: ListRequest) throws(PortalError) -> any ListWalk {
        guard let facts = Catalogue.method(given.method, version: given.version)?.list else {
            let near =
                Catalogue.method(given.method, version: given.version) == nil
                ? Catalogue.nearest(to: given.method).map { "did you mean \($0)?" } : nil
            throw PortalError(
                code: PortalError.Code.list, message: "this method is not known to list anything",
                method: given.method, hint: near ?? "use b24.call for one raw call")
        }
        let request = given.spelled(as: facts)
        switch facts.walk {
        case .byID:
            if request.preference == .byID || IDWalk.fits(request, facts) { return IDWalk(request, facts) }
            if request.version == .three {
                return NumberedWalk(request, facts, by: .page(page: "pagination.page", limit: "pagination.limit"))
            }
            return OffsetWalk(request, facts, parameter: "start")
        case .byStart(let parameter): return OffsetWalk(request, facts, parameter: parameter)
        case .byOffset(let offset, let limit): return NumberedWalk(request, facts, by: .offset(offset, limit: limit))
        case .byPage(let page, let limit): return NumberedWalk(request, facts, by: .page(page: page, limit: limit))
        case .once: return SingleWalk(request, facts, isComplete: true)
        case .unknown: return SingleWalk(request, facts, isComplete: false)
        }
    }
}

extension PortalError {
    /// A walk that can't go on, since the method does not do what is asked of it.
    static func walk(_ message: String, method: String) -> PortalError {
        PortalError(
            code: Code.list, message: message, method: method, execution: .answered,
            hint: "read it with b24.call page by page")
    }
}
