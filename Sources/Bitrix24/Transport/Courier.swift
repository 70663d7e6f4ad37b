import JSON

/// Carries requests to the portal wherever it is now, with a credential that is still good.
actor Courier {
    /// A request by its method and what it carries.
    struct Parcel: Sendable {
        let method: String
        let version: RESTVersion
        /// The body, made with an application's access token or without one.
        let body: @Sendable (_ auth: String?) -> [UInt8]
        /// Set for changes in REST 3.0.
        var key: String?
        /// A list, of positional parameters or of a batch, has no place for a token, so it goes into the query.
        var isList = false
        /// How deep the answer is outlined.
        var depth = 2
    }

    private static let mostHops = 3

    private let credential: Credential
    private let transport: Transport
    private let keeper: TokenKeeper?
    private var moved: PortalAddress?
    private let told: @Sendable (PortalNotice) -> Void
    private(set) var statistics = PortalStatistics()

    init(
        credential: Credential, transport: Transport, keeper: TokenKeeper?,
        told: @escaping @Sendable (PortalNotice) -> Void
    ) {
        self.credential = credential
        self.transport = transport
        self.keeper = keeper
        self.told = told
    }

    /// Sends it, to the portal's new address if it has moved and with new tokens if the old ones ran out: neither
    /// answer means that anything was executed.
    ///
    /// A new address is kept, and told, only when something else than a further redirect has come from there.
    func send(_ parcel: Parcel) async throws(PortalError) -> Transport.Response {
        // The addresses of this request's redirects, the first one included.
        var hops: [PortalAddress] = []
        var renewals = 0
        while true {
            let token = try await keeper?.token(for: parcel.method)
            let place = try place(of: parcel, token: token, at: hops.last)
            let response = try await post(parcel, to: place, token: token)
            if (300..<400).contains(response.status) {
                guard hops.count <= Self.mostHops,
                    let successor = place.address.successor(location: response.location, path: place.path),
                    !hops.contains(successor)
                else { return response }
                if hops.isEmpty { hops.append(place.address) }
                hops.append(successor)
                continue
            }
            if let old = hops.first { settle(at: place.address, from: old) }
            hops = []
            if let keeper, let token, renewals < 2, Self.isExpired(response) {
                renewals += 1
                _ = try await keeper.renew(token, for: parcel.method)
                continue
            }
            return response
        }
    }

    /// Goes on at a new address. Of those who were sent there at the same time one tells it.
    private func settle(at address: PortalAddress, from old: PortalAddress) {
        guard moved != address else { return }
        moved = address
        told(.moved(from: old.description, to: address.description))
    }

    private struct Place {
        let address: PortalAddress
        let path: String
        var query = ""
        let secrets: Secrets
    }

    private func place(
        of parcel: Parcel, token: ApplicationToken?, at redirected: PortalAddress?
    ) throws(PortalError) -> Place {
        switch credential {
        case .webhook(let webhook):
            return Place(
                address: redirected ?? moved ?? webhook.address,
                path: webhook.path(of: parcel.method, version: parcel.version), secrets: webhook.secrets)
        case .application:
            guard let token, let address = redirected ?? moved ?? PortalAddress(token.endpoint) else {
                throw PortalError(
                    code: PortalError.Code.authorizeAgain, message: "the application's tokens name no portal",
                    method: parcel.method, execution: .notDone, hint: "authorize the application again")
            }
            let root = parcel.version == .three ? "/rest/api/" : "/rest/"
            return Place(
                address: address, path: root + parcel.method,
                query: parcel.isList ? "?auth=" + token.access.percentEncoded : "", secrets: Secrets([token.access]))
        }
    }

    private func post(
        _ parcel: Parcel, to place: Place, token: ApplicationToken?
    ) async throws(PortalError) -> Transport.Response {
        let body = parcel.body(token?.access)
        statistics.requests += 1
        statistics.bytesSent += body.count
        do throws(TransportFailure) {
            var response = try await transport.post(
                place.address.description + place.path + place.query, body: body, key: parcel.key)
            statistics.bytesReceived += response.body.count
            response.secrets = place.secrets
            return response
        } catch {
            throw error.error(of: parcel.method, portal: place.address.description)
        }
    }

    /// Whether the portal says that the access token ran out. The answer is short then.
    private static func isExpired(_ response: Transport.Response) -> Bool {
        guard response.status == 401, response.body.count < 4096 else { return false }
        guard let reply = try? JSONValue(parsing: response.body) else { return false }
        let code = reply["error"]?.string ?? reply["error"]?["code"]?.string ?? ""
        return code.lowercased().contains("expired_token") || code.lowercased().contains("expiredtoken")
    }
}
