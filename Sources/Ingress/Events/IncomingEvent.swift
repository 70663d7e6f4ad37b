/// An event as a portal has sent it, checked and without its secrets.
public struct IncomingEvent: Hashable, Sendable {
    /// The portal's name in the path.
    public var portal: String

    /// The event's code in capital letters, such as `ONCRMDEALUPDATE`.
    public var name: String

    /// The portal's number of the handler that it called; nil if it told none.
    public var handlerID: String?

    /// What the event is about: the form's `data` as JSON, `{}` if there is none. All scalars are strings.
    public var data: [UInt8]

    /// The portal's own time of the event, in seconds since 1970; nil if it told none.
    public var timestamp: Int?

    /// The portal's identifier, the same under all its addresses; nil if it told none.
    public var memberID: String?

    /// The portal's address, such as `company.bitrix24.com`; nil if it told none.
    public var domain: String?

    /// The whole form as JSON. Of `auth` only the domain, the portal's and the user's identifiers are left, and no
    /// token is anywhere in it.
    public var body: [UInt8]

    /// When it came, in seconds since 1970.
    public var received: Int

    /// An event of these parts.
    public init(
        portal: String, name: String, handlerID: String? = nil, data: [UInt8], timestamp: Int? = nil,
        memberID: String? = nil, domain: String? = nil, body: [UInt8], received: Int
    ) {
        self.portal = portal
        self.name = name
        self.handlerID = handlerID
        self.data = data
        self.timestamp = timestamp
        self.memberID = memberID
        self.domain = domain
        self.body = body
        self.received = received
    }
}
