/// Which tokens the application was given and until when they are good.
struct TokenLedger: Sendable {
    /// How long an authorization code lives, in seconds.
    static let codeLifetime = 30.0
    /// How long a refresh token lives, in seconds.
    static let refreshLifetime = 180 * 86_400.0

    let application: DemoApplication
    /// What identifies the portal for ever.
    let memberID: String
    private var random: RandomSource
    private var codes: [String: Double] = [:]
    private var accesses: [String: Double] = [:]
    private var refreshes: [String: Double] = [:]
    /// What events bring along: one pair for many.
    private var ofEvents: DemoTokens?
    /// By what the application's handlers know the portal.
    let applicationToken: String

    init(_ application: DemoApplication, seed: UInt64) {
        self.application = application
        random = RandomSource(seed: seed, stream: "tokens")
        memberID = random.word(32)
        var tokens = RandomSource(seed: seed, stream: "application token")
        applicationToken = tokens.word(32)
    }

    /// A code that buys a pair of tokens, once.
    mutating func code(at now: Double) -> String {
        let code = random.word(32)
        codes[code] = now + TokenLedger.codeLifetime
        return code
    }

    /// A new pair of tokens.
    mutating func issue(at now: Double) -> DemoTokens {
        let tokens = DemoTokens(access: random.word(32), refresh: random.word(32))
        accesses[tokens.access] = now + Double(application.tokenLifetime)
        refreshes[tokens.refresh] = now + TokenLedger.refreshLifetime
        return tokens
    }

    /// The pair that an event brings along, and when its access token ends, in seconds since 1970: a new one when half
    /// of the last one's life is over or its refresh token was used.
    mutating func eventTokens(at now: Double) -> (tokens: DemoTokens, end: Int) {
        let lifetime = application.tokenLifetime
        if let tokens = ofEvents, let end = accesses[tokens.access], end - now > Double(lifetime) / 2,
            refreshes[tokens.refresh] != nil
        {
            return (tokens, Int(end))
        }
        let tokens = issue(at: now)
        ofEvents = tokens
        return (tokens, Int(now) + lifetime)
    }

    /// The pair for a code; nil if the code is not good any more.
    mutating func redeem(code: String, at now: Double) -> DemoTokens? {
        guard let end = codes.removeValue(forKey: code), now < end else { return nil }
        return issue(at: now)
    }

    /// The next pair for a refresh token, which is worth nothing afterwards; nil if it already was.
    mutating func refresh(_ token: String, at now: Double) -> DemoTokens? {
        guard let end = refreshes.removeValue(forKey: token), now < end else { return nil }
        return issue(at: now)
    }

    /// Refuses an access token that is not good.
    func check(_ token: String?, at now: Double) throws(RESTError) {
        guard let token, let end = accesses[token] else { throw .noAuthorization }
        guard now < end else { throw .expiredToken }
    }

    /// Ends the life of all access tokens.
    mutating func expireAccesses() { accesses = accesses.mapValues { _ in -.infinity } }

    /// Ends everything that the application has.
    mutating func revoke() {
        expireAccesses()
        refreshes = [:]
        codes = [:]
    }
}

extension RandomSource {
    /// Small letters and digits.
    mutating func word(_ count: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var word = ""
        for _ in 0..<count { word.append(element(of: letters)) }
        return word
    }
}
