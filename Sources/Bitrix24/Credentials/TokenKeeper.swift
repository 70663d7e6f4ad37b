import JSON

/// Keeps an application's tokens fresh: one renewal at a time, whatever the number of callers whose token ran out.
actor TokenKeeper {
    private let application: Application
    private let transport: Transport
    private let policy: RetryPolicy
    private let clock: PortalClock
    private var current: ApplicationToken?
    private var renewal: Task<ApplicationToken, any Error>?

    init(application: Application, transport: Transport, policy: RetryPolicy, clock: PortalClock) {
        self.application = application
        self.transport = transport
        self.policy = policy
        self.clock = clock
    }

    /// The tokens to call with.
    func token(for method: String) async throws(PortalError) -> ApplicationToken {
        if let current { return current }
        do {
            guard let kept = try await application.store.token() else { throw Self.authorizeAgain(method, "never was") }
            current = current ?? kept
            return current ?? kept
        } catch let error as PortalError {
            throw error
        } catch {
            throw Self.storeFailed(method, error)
        }
    }

    /// New tokens in place of those whose access token the portal called expired.
    func renew(_ expired: ApplicationToken, for method: String) async throws(PortalError) -> ApplicationToken {
        if let current, current.access != expired.access { return current }
        let task = renewal ?? startRenewal(of: expired, for: method)
        do {
            return try await task.value
        } catch let error as PortalError {
            throw error.told(of: method)
        } catch {
            throw Self.storeFailed(method, error)
        }
    }

    private func startRenewal(
        of expired: ApplicationToken, for method: String
    ) -> Task<ApplicationToken, any Error> {
        let task = Task {
            defer { renewal = nil }
            let token = try await exchange(expired, for: method)
            current = token
            return token
        }
        renewal = task
        return task
    }

    private func exchange(_ expired: ApplicationToken, for method: String) async throws -> ApplicationToken {
        try await application.store.replace { [self] kept in
            guard let kept else { throw Self.authorizeAgain(method, "was withdrawn") }
            // Another program may have renewed them while this one waited.
            guard kept.access == expired.access else { return kept }
            return try await request(kept, for: method)
        }
    }

    /// Asks the authorization server; repeats only what certainly did not use the refresh token up, and once what may
    /// have: a token that was used up says so, and then nothing is lost by having asked.
    private func request(_ old: ApplicationToken, for method: String) async throws(PortalError) -> ApplicationToken {
        let url = application.renewalURL(refresh: old.refresh)
        var attempts = 0
        while true {
            attempts += 1
            let failure: PortalError
            switch await answer(url) {
            case .success(let response): return try read(response, old: old, method: method)
            case .failure(let broken): failure = broken.error(of: method, portal: "the authorization server")
            }
            let subject = RetryPolicy.Subject(isRepeatable: attempts < 3, attempts: attempts)
            guard case .retry(let pause) = policy.decide(failure, of: subject, random: .random(in: 0...1)) else {
                throw failure
            }
            try? await clock.sleep(pause)
        }
    }

    private func answer(_ url: String) async -> Result<Transport.Response, TransportFailure> {
        do throws(TransportFailure) {
            return .success(try await transport.get(url))
        } catch {
            return .failure(error)
        }
    }

    private func read(
        _ response: Transport.Response, old: ApplicationToken, method: String
    ) throws(PortalError) -> ApplicationToken {
        guard let reply = try? JSONValue(parsing: response.body) else {
            throw AnswerReading(method: method, response: response).notAnAnswer("the authorization server is not there")
        }
        if let code = reply["error"]?.string {
            if ["invalid_grant", "expired_token", "invalid_token", "NOT_INSTALLED"].contains(code) {
                throw Self.authorizeAgain(method, "ended (\(code))")
            }
            let text = reply["error_description"]?.string?.withoutMarkup ?? "the authorization server refused"
            throw PortalError(
                code: code, message: "new tokens were refused: \(text)", method: method, status: response.status,
                hint: "check client_id and client_secret of the application")
        }
        guard let access = reply["access_token"]?.string, let refresh = reply["refresh_token"]?.string else {
            throw AnswerReading(method: method, response: response).notAnAnswer("it has no tokens")
        }
        // `domain` names the authorization server here; the portal is where `client_endpoint` says.
        return ApplicationToken(
            access: access, refresh: refresh, endpoint: reply["client_endpoint"]?.string ?? old.endpoint,
            memberID: reply["member_id"]?.string ?? old.memberID)
    }

    private static func authorizeAgain(_ method: String, _ what: String) -> PortalError {
        PortalError(
            code: PortalError.Code.authorizeAgain, message: "the application's access \(what)", method: method,
            execution: .notDone, hint: "authorize again: open the application in Bitrix24, or install it anew")
    }

    private static func storeFailed(_ method: String, _ error: any Error) -> PortalError {
        PortalError(
            code: PortalError.Code.authorizeAgain, message: "the application's tokens can't be read or kept: \(error)",
            method: method, execution: .notDone, hint: "check the file of the tokens and its rights")
    }
}
