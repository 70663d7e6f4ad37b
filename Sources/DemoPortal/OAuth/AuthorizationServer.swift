/// The server that sells tokens. The vendor's is a machine of its own; here it listens beside the portal.
enum AuthorizationServer {
    /// What stands as its name in its answers. It is no address, so that nobody takes it for the portal's by chance.
    static let domain = "oauth.demo.invalid"

    /// Whether a request is for this server.
    static func isMeant(by request: DemoRequest) -> Bool {
        request.path.split(separator: "/").elementsEqual(["oauth", "token"])
    }

    static func answer(_ request: DemoRequest, at now: Double, state: inout PortalState) -> DemoReply {
        do throws(RESTError) {
            guard request.body.count <= Gateway.largestBody else { throw .bodyTooLarge }
            let parameters = try RequestParameters.read(request)
            let application = state.tokens.application
            guard parameters["client_id"]?.text == application.clientID,
                parameters["client_secret"]?.text == application.clientSecret
            else { throw RESTError(401, "invalid_client", "The client credentials are invalid") }
            return reply(try tokens(parameters, at: now, state: &state), at: now, state: state)
        } catch {
            return Gateway.refusal(error)
        }
    }

    private static func tokens(
        _ parameters: ParameterMap, at now: Double, state: inout PortalState
    ) throws(RESTError) -> DemoTokens {
        let tokens: DemoTokens?
        switch parameters["grant_type"]?.text {
        case "authorization_code":
            tokens = state.tokens.redeem(code: parameters["code"]?.text ?? "", at: now)
        case "refresh_token":
            tokens = state.tokens.refresh(parameters["refresh_token"]?.text ?? "", at: now)
            if tokens != nil { state.statistics.refreshes += 1 }
        default: throw RESTError(400, "invalid_request", "Invalid grant_type parameter or parameter missing")
        }
        guard let tokens else { throw RESTError(400, "invalid_grant", "The grant is invalid, expired or used") }
        return tokens
    }

    private static func reply(_ tokens: DemoTokens, at now: Double, state: PortalState) -> DemoReply {
        let lifetime = state.tokens.application.tokenLifetime
        let texts = [
            ("access_token", tokens.access), ("client_endpoint", state.root + "/rest/"), ("domain", domain),
            ("member_id", state.tokens.memberID), ("refresh_token", tokens.refresh),
            ("scope", DemoPortal.scopes.filter(state.scopes.contains).joined(separator: ",")),
            ("server_endpoint", "https://\(domain)/rest/"), ("status", "L"),
        ]
        let numbers = [("expires", Int(now) + lifetime), ("expires_in", lifetime), ("user_id", state.user)]
        var json = JSONBuffer()
        json.beginObject()
        for (name, text) in texts {
            json.name(name)
            json.string(text)
        }
        for (name, number) in numbers {
            json.name(name)
            json.integer(number)
        }
        json.endObject()
        return DemoReply(status: 200, body: json.finished())
    }
}
