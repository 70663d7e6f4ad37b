/// Keeps an application's tokens fresh: one renewal at a time, whatever the number of callers whose token ran out.
actor TokenKeeper {
    private let application: Application
    private let counter: TokenCounter
    private var current: ApplicationToken?
    private var renewal: Task<ApplicationToken, any Error>?
    /// A pair that was bought and could not be kept: nobody calls with it, and it is kept with the next renewal.
    private var unkept: (old: ApplicationToken, new: ApplicationToken)?

    init(application: Application, transport: Transport, policy: RetryPolicy, clock: PortalClock) {
        self.application = application
        counter = TokenCounter(application: application, transport: transport, policy: policy, clock: clock)
    }

    /// The tokens to call with.
    func token(for method: String) async throws(PortalError) -> ApplicationToken {
        // Whoever would call while they are renewed would only learn that they ran out.
        if let renewal { return try await Self.outcome(of: renewal, for: method) }
        if let current { return current }
        do {
            guard let kept = try await application.store.token() else {
                throw PortalError.authorizeAgain(method, "the application was never authorized")
            }
            current = current ?? kept
            return current ?? kept
        } catch let error as PortalError {
            throw error
        } catch {
            throw PortalError.storeFailed(method, error)
        }
    }

    /// New tokens in place of those whose access token the portal called expired.
    func renew(_ expired: ApplicationToken, for method: String) async throws(PortalError) -> ApplicationToken {
        if let current, current.access != expired.access { return current }
        return try await Self.outcome(of: renewal ?? startRenewal(of: expired, for: method), for: method)
    }

    private static func outcome(
        of renewal: Task<ApplicationToken, any Error>, for method: String
    ) async throws(PortalError) -> ApplicationToken {
        do {
            return try await renewal.value
        } catch let error as PortalError {
            throw error.told(of: method)
        } catch {
            throw PortalError.storeFailed(method, error)
        }
    }

    private func startRenewal(
        of expired: ApplicationToken, for method: String
    ) -> Task<ApplicationToken, any Error> {
        let task = Task {
            defer { renewal = nil }
            let token = try await exchange(expired, for: method)
            (current, unkept) = (token, nil)
            return token
        }
        renewal = task
        return task
    }

    private func exchange(_ expired: ApplicationToken, for method: String) async throws -> ApplicationToken {
        try await application.store.replace { [self] kept in
            guard let kept else {
                throw PortalError.authorizeAgain(method, "the application's tokens are gone")
            }
            // Another program may have renewed them while this one waited.
            guard kept.access == expired.access else { return kept }
            return try await bought(for: kept, method: method)
        }
    }

    /// The next pair. It stays here until it is kept, as the tokens that bought it are worth nothing any more.
    private func bought(for old: ApplicationToken, method: String) async throws(PortalError) -> ApplicationToken {
        if let unkept, unkept.old == old { return unkept.new }
        let new = try await counter.buy(for: old, method: method)
        unkept = (old, new)
        return new
    }
}

extension PortalError {
    /// Only a person can help.
    static func authorizeAgain(_ method: String, _ what: String) -> PortalError {
        PortalError(
            code: Code.authorizeAgain, message: what, method: method, execution: .notDone,
            hint: "authorize again: open the application in Bitrix24, or install it anew")
    }

    fileprivate static func storeFailed(_ method: String, _ error: any Error) -> PortalError {
        PortalError(
            code: Code.tokenStore, message: "the application's tokens can't be read or kept: \(error)", method: method,
            execution: .notDone, hint: "check the file of the tokens and its rights")
    }
}
