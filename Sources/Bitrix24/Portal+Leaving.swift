/// What becomes of calls that nobody waits for any more.
extension Portal {
    /// Gives up what of a caller has not been sent yet; its calls end as `CANCELLED`. Requests that are under way come
    /// to their end, but are not made again.
    ///
    /// - Returns: how many requests its calls had a part in, if the caller is counted; the count begins anew.
    @discardableResult
    public func abandon(_ caller: Caller) -> Int {
        givenUp.formUnion(dispatcher.underWay(of: caller))
        for call in dispatcher.abandon(caller) {
            finish(call, call.commands.map { .failure(.cancelled($0.method)) })
        }
        deliver()
        return requestCounts.removeValue(forKey: caller) ?? 0
    }

    /// Counts a request for each caller that has a part in it.
    func count(_ dispatch: Dispatcher.Dispatch) {
        for caller in Set(dispatch.calls.lazy.map(\.caller).filter(\.isCounted)) {
            requestCounts[caller, default: 0] += 1
        }
    }

    /// Gives up one call, whose caller's task was cancelled. It ends as `CANCELLED` at once, unless it is a change that
    /// is under way: what becomes of that must be known.
    func withdraw(_ number: Int, of caller: Caller) {
        if let call = dispatcher.withdraw(number, of: caller) {
            finish(call, call.commands.map { .failure(.cancelled($0.method)) })
        } else if let call = dispatcher.callUnderWay(number) {
            if !call.isWrite { finish(call, call.commands.map { .failure(.cancelled($0.method)) }) }
            givenUp.insert(number)
        }
        deliver()
    }
}
