import CCurl

/// Makes one request to a secret address. Redirects are not followed, and the answer is thrown away.
public struct HookCaller: Sendable {
    /// Where it goes.
    public let address: HookAddress
    /// Seconds after which a request has failed.
    public let timeout: Double
    /// A PEM file with the authorities that are trusted instead of the system's; nil for the system's.
    public let authorities: String?

    /// The most bytes of an answer that are read.
    static let longestAnswer = 65_536

    /// A caller.
    public init(address: HookAddress, timeout: Double = 15, authorities: String? = nil) {
        self.address = address
        self.timeout = timeout
        self.authorities = authorities
    }

    /// Asks for the address, as a heartbeat does.
    public func call() async throws(AlertFailure) { try await request(contentType: nil, body: [], from: "heartbeat") }

    /// Posts a body.
    func request(contentType: String?, body: [UInt8], from channel: String) async throws(AlertFailure) {
        let name = "\(channel) \(address.scheme)://\(address.host)"
        let milliseconds = CurlTransfer.milliseconds(timeout)
        let outcome = await CurlTransfer.run { [address, authorities] brake, result in
            lunokhod_curl_request(
                address.url, contentType, body, body.count, authorities, milliseconds, Self.longestAnswer, brake, result
            )
        }
        // The status is known before the answer becomes too long, and only it matters.
        guard outcome.code == 0 || outcome.isTooLong else {
            throw AlertFailure(channel: name, reason: outcome.text, secrets: address.secrets)
        }
        guard let complaint = Self.complaint(status: outcome.status) else { return }
        throw AlertFailure(channel: name, reason: complaint)
    }

    /// What speaks against an answer; nil if the request was taken.
    private static func complaint(status: Int) -> String? {
        switch status {
        case 200..<300: nil
        case 300..<400:
            "it answers with a redirect (\(status)), which is not followed; put the final address there"
        case 401, 403, 404, 410: "it refuses the address (\(status)); is it copied whole and still valid?"
        default: "it answers with status \(status)"
        }
    }
}
