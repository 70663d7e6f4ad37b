import Crypto

/// What a portal's events are known by. It keeps no token, only what a token can be compared with.
public struct PortalDoor: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let digests: [SHA256Digest]
    private let member: SHA256Digest?

    /// What is compared for a portal that nobody knows, so that its answer takes as long.
    static let ofNobody = PortalDoor(
        digests: [SHA256.hash(data: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })], member: nil)

    /// - Parameters:
    ///   - applicationTokens: the tokens that the portal's handlers send; an empty one lets nobody in
    ///   - memberID: the portal's identifier; nil lets any in
    public init(applicationTokens: [String], memberID: String?) {
        digests = applicationTokens.filter { !$0.isEmpty }.map(PortalDoor.digest)
        member = memberID.map(PortalDoor.digest)
    }

    private init(digests: [SHA256Digest], member: SHA256Digest?) {
        self.digests = digests
        self.member = member
    }

    /// Whether one who sends these is let in. The time that it takes says nothing of how much of a token is right.
    ///
    /// A portal that doesn't tell its identifier has only the token to be known by.
    func admits(token: String, memberID: String?) -> Bool {
        let given = PortalDoor.digest(token)
        var isKnown = false
        // Each one is compared to its end, whether another one was right or not.
        for digest in digests { isKnown = PortalDoor.areEqual(digest, given) || isKnown }
        let told = PortalDoor.digest(memberID ?? "")
        let isMember = member.map { PortalDoor.areEqual($0, told) } ?? true
        return isKnown && (isMember || memberID == nil)
    }

    private static func digest(_ text: String) -> SHA256Digest {
        var text = text
        return text.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    }

    /// Digests are of one length, and this looks at all of it.
    private static func areEqual(_ one: SHA256Digest, _ other: SHA256Digest) -> Bool {
        one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                var difference: UInt8 = 0
                for (left, right) in zip(one, other) { difference |= left ^ right }
                return difference == 0
            }
        }
    }

    /// How many tokens there are.
    public var description: String { "a door with \(digests.count) tokens" }

    /// The same.
    public var debugDescription: String { description }
}
