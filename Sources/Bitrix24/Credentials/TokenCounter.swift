import JSON

/// Buys tokens at the authorization server.
struct TokenCounter: Sendable {
    let application: Application
    let transport: Transport
    let policy: RetryPolicy
    let clock: PortalClock

    private static let mostAttempts = 3
    private static let place = "the authorization server"

    /// Buys the next pair. It asks again where no answer came or the server had trouble: a refresh token that was used
    /// up by an answer that got lost says so, and then nothing is lost by having asked.
    ///
    /// The call that the tokens are for was not executed, whatever goes wrong here.
    func buy(for old: ApplicationToken, method: String) async throws(PortalError) -> ApplicationToken {
        var lost: PortalError?
        var attempts = 0
        while true {
            attempts += 1
            do throws(PortalError) {
                return try await ask(for: old, method: method)
            } catch {
                guard attempts < Self.mostAttempts, let pause = pause(after: error, attempts: attempts) else {
                    throw Self.told(error, after: lost)
                }
                if error.execution == .unknown { lost = error }
                try? await clock.sleep(pause)
            }
        }
    }

    private func pause(after error: PortalError, attempts: Int) -> Double? {
        let subject = RetryPolicy.Subject(isRepeatable: true, attempts: attempts)
        guard case .retry(let pause) = policy.decide(error, of: subject, random: .random(in: 0...1)) else { return nil }
        return pause
    }

    /// The failure as that of the call.
    private static func told(_ error: PortalError, after lost: PortalError?) -> PortalError {
        var error = error
        if error.execution == .unknown { error.execution = .notDone }
        if let lost, error.code == PortalError.Code.authorizeAgain {
            error.message += ", since an answer with new tokens got lost (\(lost.message))"
        }
        return error
    }

    private func ask(for old: ApplicationToken, method: String) async throws(PortalError) -> ApplicationToken {
        var response: Transport.Response
        do throws(TransportFailure) {
            response = try await transport.get(application.renewalURL(refresh: old.refresh))
        } catch {
            var error = error.error(of: method, portal: Self.place)
            error.hint = "check the network; if a server is named for the application, check its address"
            throw error
        }
        response.secrets = Secrets([application.clientSecret, old.refresh, old.access])
        return try read(response, old: old, method: method)
    }

    private func read(
        _ response: Transport.Response, old: ApplicationToken, method: String
    ) throws(PortalError) -> ApplicationToken {
        guard let reply = try? JSONValue(parsing: response.body) else {
            throw Self.notAnAnswer(response, "it is no JSON", method: method)
        }
        if let code = reply["error"]?.string {
            if ["invalid_grant", "expired_token", "invalid_token", "NOT_INSTALLED"].contains(code) {
                throw .authorizeAgain(method, "the application's access ended (\(code))")
            }
            let text = reply["error_description"]?.string ?? "\(Self.place) refused"
            throw PortalError(
                code: response.secrets.hidden(in: code),
                message: "new tokens were refused: \(response.secrets.hidden(in: text).withoutMarkup)",
                method: method, status: response.status,
                execution: PortalError.execution(code: code, status: response.status),
                hint: response.status >= 500 ? "try again later" : "check client_id and client_secret")
        }
        guard let access = reply["access_token"]?.string, let refresh = reply["refresh_token"]?.string else {
            throw Self.notAnAnswer(response, "it has no tokens", method: method)
        }
        // `domain` names the authorization server here; the portal is where `client_endpoint` says.
        return ApplicationToken(
            access: access, refresh: refresh, endpoint: reply["client_endpoint"]?.string ?? old.endpoint,
            memberID: reply["member_id"]?.string ?? old.memberID)
    }

    private static func notAnAnswer(_ response: Transport.Response, _ what: String, method: String) -> PortalError {
        var error = AnswerReading(method: method, response: response)
            .notAnAnswer("\(place) should have sent new tokens, and \(what)")
        error.hint = response.status >= 500 ? "try again later" : "check the address of \(place)"
        return error
    }
}
