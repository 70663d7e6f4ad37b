import Synchronization

extension DemoPortal {
    /// A code that the authorization server sells a pair of tokens for, once and within 30 seconds, as if a user
    /// had let the application in.
    public func authorizationCode() -> String { state.withLock { $0.tokens.code(at: $0.clock.now) } }

    /// A pair of tokens, as an application gets it when it is installed.
    public func issueTokens() -> DemoTokens { state.withLock { $0.tokens.issue(at: $0.clock.now) } }

    /// Ends the life of all access tokens: calls with them are refused with 401 `expired_token`.
    public func expireAccessTokens() { state.withLock { $0.tokens.expireAccesses() } }

    /// By what handlers of the application know the portal: `auth[application_token]`, which an application gets when it
    /// is installed.
    public var applicationToken: String { state.withLock { $0.tokens.applicationToken } }

    /// Takes the application away: its access tokens are expired, its refresh tokens `invalid_grant` and its handlers
    /// gone.
    public func revokeApplication() {
        state.withLock { state in
            state.tokens.revoke()
            _ = state.desk.unbind(\.isOfApplication)
        }
    }

    /// Orders what goes wrong with the next requests to the authorization server, as `failNext` does for calls.
    public func failNextTokenRequests(_ faults: [DemoFault]) { state.withLock { $0.tokenFaults.order(faults) } }
}
