import Forms

/// How events are received.
public struct EventServerOptions: Sendable {
    /// Where the server waits for the portals.
    public var address: ListenAddress

    /// The certificate for TLS; nil behind a proxy that has one.
    public var tls: TLSFiles?

    /// Whether a proxy stands in front, which tells in `X-Forwarded-For` who has sent a request. It is for the log only.
    public var trustsProxy = false

    /// What the server endures.
    public var limits = ServerLimits()

    /// The portals by name, each with what is to be done if a token is wrong, as the second half of a sentence:
    /// `put the right one into main.token`. It is for the log only.
    public var portals: [String: String] = [:]

    /// Pairs that a form may have.
    public var mostFields = 1000

    /// How deep a form's fields may be nested.
    public var deepestField = 16

    /// By default the port 8470, for this machine only.
    public init(address: ListenAddress = .loopback(port: 8470)) {
        self.address = address
    }

    var formLimits: FormLimits {
        FormLimits(bytes: limits.largestBody, pairs: mostFields, depth: deepestField)
    }
}
