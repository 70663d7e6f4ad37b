import JSON

/// What a portal tells of itself and of the credential in a few calls.
public struct PortalVisit: Sendable {
    /// How the portal's clock and ours differ.
    public struct Clock: Hashable, Sendable {
        /// Seconds that the portal is ahead of us; negative: behind.
        public let ahead: Double
        /// By how much that may be wrong: half of the time under way.
        public let uncertainty: Double

        /// A difference.
        public init(ahead: Double, uncertainty: Double) {
            self.ahead = ahead
            self.uncertainty = uncertainty
        }
    }

    /// The user whose rights the credential has: an identifier.
    public var userID: String?
    /// That user's first and last name.
    public var userName: String?
    /// Whether that user is an administrator.
    public var isAdmin: Bool?
    /// That user's own time zone, an IANA name; nil where it is the portal's.
    public var userZone: String?
    /// The scopes that the credential has.
    public var scopes: [String]?
    /// The methods that it may call.
    public var methods: [String]?
    /// The plan, such as `ru_pro100`; told to applications only.
    public var license: String?
    /// Whether the application's paid or trial time is over.
    public var isPaymentOver = false
    /// Whether the application is installed; nil for a webhook.
    public var isInstalled: Bool?
    /// How many methods REST 3.0 has; nil where it isn't answered.
    public var thirdMethods: Int?
    /// Why REST 3.0 isn't answered.
    public var thirdRefusal: String?
    /// How the clocks differ; nil if the portal tells no time.
    public var clock: Clock?
    /// Seconds that the portal's zone is ahead of UTC.
    public var offset: Int?
    /// The most working time that was counted for one of the asked methods, in seconds; nil where none is counted.
    public var operating: Double?

    /// A visit that has found out nothing yet.
    public init() {}

    /// Asks a portal.
    ///
    /// - Parameters:
    ///   - portal: who is asked.
    ///   - caller: who asks.
    ///   - unixTime: our time, in seconds since 1970.
    /// - Throws: if it can't be reached or refuses the credential.
    public init(
        to portal: Portal, by caller: Caller, unixTime: @Sendable () -> Double
    ) async throws(PortalError) {
        let names = ["profile", "user.current", "scope", "methods", "app.info"]
        let calls = names.map { PortalCall($0) } + [PortalCall("rest.documentation.openapi", version: .three)]
        for (call, pending) in zip(calls, await portal.submit(each: calls, by: caller)) {
            do throws(PortalError) {
                take(try await pending.value(), to: call.method)
            } catch {
                if call.version == .three {
                    thirdRefusal = error.description
                } else if error.endsSurvey {
                    throw error
                }
            }
        }
        // By itself and last, so that the way to the portal is open and short.
        let before = unixTime()
        let reply = try await portal.call(PortalCall("server.time"), by: caller)
        takeTime(reply, before: before, after: unixTime())
    }

    /// Takes an answer; what isn't told is left open.
    mutating func take(_ reply: PortalReply, to method: String) {
        if let counted = reply.time?.operating { operating = max(operating ?? 0, counted) }
        guard method != "rest.documentation.openapi" else {
            let document = try? JSONDocument(parsing: reply.resultBytes)
            thirdMethods = document?.root["paths"]?.count
            return
        }
        guard let result = try? JSONValue(parsing: reply.resultBytes) else { return }
        switch method {
        case "scope": scopes = result.array?.compactMap(\.string)
        case "methods": methods = result.array?.compactMap(\.string)
        case "app.info":
            license = result["LICENSE"]?.string?.oneLine
            isPaymentOver = result["PAYMENT_EXPIRED"]?.isOn ?? false
            isInstalled = result["INSTALLED"]?.isOn
        default:
            userID = userID ?? result["ID"]?.written
            isAdmin = isAdmin ?? result["ADMIN"]?.bool
            let name = [result["NAME"], result["LAST_NAME"]].compactMap { $0?.string?.oneLine }.filter { !$0.isEmpty }
            if userName == nil, !name.isEmpty { userName = name.joined(separator: " ") }
            if userZone == nil, let zone = result["TIME_ZONE"]?.string?.oneLine, !zone.isEmpty { userZone = zone }
        }
    }

    /// Compares the times of a call with ours before and after it.
    mutating func takeTime(_ reply: PortalReply, before: Double, after: Double) {
        guard let time = try? JSONValue(parsing: reply.body)["time"] else { return }
        if let start = time["start"]?.double, let finish = time["finish"]?.double {
            clock = Clock(ahead: (start + finish) / 2 - (before + after) / 2, uncertainty: (after - before) / 2)
        }
        offset = time["date_start"]?.string.flatMap(Self.offset)
    }

    /// The offset at the end of an ISO 8601 date-time, in seconds.
    static func offset(of text: String) -> Int? {
        if text.hasSuffix("Z") { return 0 }
        let parts = text.suffix(6).split(separator: ":")
        guard text.count > 19, parts.count == 2, let hours = Int(parts[0].dropFirst()), let minutes = Int(parts[1]),
            let sign = ["+": 1, "-": -1][parts[0].prefix(1)]
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
