import JSON

/// A list that is read from its beginning to its end, once. While one batch of pages is worked on the next is read
/// ahead; more than these two are never held.
public actor PortalList {
    private let portal: Portal
    private let caller: Caller
    private let request: ListRequest
    private var walk: any ListWalk
    private var ahead: Task<Result<ListPage, PortalError>, Never>?
    private var remaining: Int?
    private var isAtEnd = false
    private var readCount = 0
    private var size = PageSize()
    /// Whether its pages can be commands of a batch.
    private let canShare: Bool

    init(portal: Portal, caller: Caller, request: ListRequest, walk: any ListWalk) {
        self.portal = portal
        self.caller = caller
        self.request = request
        self.walk = walk
        remaining = request.limit
        let call = PortalCall(request.method, .object(request.parameters), version: request.version)
        // A page needs some room for its cursor.
        canShare = (try? CommandText(call)).map { $0.length + 512 < CommandText.longest } ?? (request.version == .three)
    }

    deinit { ahead?.cancel() }

    /// Reads the next items, up to 50 pages of them at once; nil when the list has ended.
    ///
    /// - Throws: why its next page did not come, or `LIST` if the portal does not do what the walk needs.
    public func next() async throws(PortalError) -> ListPage? {
        guard !isAtEnd else { return nil }
        let result: Result<ListPage, PortalError>
        if let ahead {
            self.ahead = nil
            result = await ahead.value
        } else {
            result = await read()
        }
        let page = try result.get()
        isAtEnd = page.isLast
        // Most lists end with their first page, and many loops do.
        if readCount > 1, !isAtEnd { ahead = Task { await read() } }
        return page
    }

    private func read() async -> Result<ListPage, PortalError> {
        do throws(PortalError) {
            var most = canShare ? await portal.pagesPerRequest(of: request.method) : 1
            while true {
                most = size.pages(most)
                guard let calls = walk.next(most: most, wanted: remaining) else {
                    var page = ListPage()
                    page.items = Array("[]".utf8)
                    page.isLast = true
                    return .success(page)
                }
                let answers = await portal.submit(calls, by: caller).answers()
                if calls.count > 1, answers.first?.failure?.code == PortalError.Code.tooLarge {
                    size.refused(pages: calls.count)
                    continue
                }
                return .success(try receive(answers, of: calls))
            }
        } catch {
            return .failure(error)
        }
    }

    private func receive(_ answers: PendingReply.Answers, of calls: [PortalCall]) throws(PortalError) -> ListPage {
        guard answers.count == calls.count else {
            throw .walk("the portal's answers don't fit what was asked", method: request.method)
        }
        var page = try walk.receive(answers)
        readCount += 1
        size.received(bytes: page.items.count, pages: calls.count)
        if let remaining {
            self.remaining = max(0, remaining - page.count)
            if remaining <= page.count { page.isLast = true }
        }
        return page
    }
}

extension Portal {
    /// Opens a list: nothing is sent before its first page is asked for.
    ///
    /// - Throws: `LIST` if the method isn't known to list anything, and what speaks against its parameters.
    public nonisolated func list(_ request: ListRequest, by caller: Caller) throws(PortalError) -> PortalList {
        let request = try request.checked(by: checker)
        return PortalList(portal: self, caller: caller, request: request, walk: try ListPlan.walk(request))
    }

    /// How many items a list has, as the portal counts them: one request.
    ///
    /// - Throws: `LIST` if the portal doesn't say, as in REST 3.0.
    public func count(_ request: ListRequest, by caller: Caller) async throws(PortalError) -> Int {
        var parameters = request.parameters
        let facts = Catalogue.method(request.method, version: request.version)?.list
        if let facts, let select = facts.select, facts.walk == .byID {
            parameters[select] = [.string(facts.filterIdentifier)]
        }
        let call = PortalCall(request.method, .object(parameters), version: request.version)
        let reply = try await self.call(call, by: caller)
        if let total = reply.total, total >= 0 { return total }
        throw PortalError(
            code: PortalError.Code.list, message: "the portal doesn't say how many items there are",
            method: request.method, hint: "count them with a loop")
    }
}
