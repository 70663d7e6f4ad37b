import JSON

/// A list that is read page by page, from its beginning to its end, once.
public actor PortalList {
    private let portal: Portal
    private var pager: Pager

    init(portal: Portal, pager: Pager) {
        self.portal = portal
        self.pager = pager
    }

    /// Reads the next page; nil when the list has ended.
    public func next() async throws(PortalError) -> ListPage? {
        guard let request = pager.next() else { return nil }
        let reply = try await portal.call(pager.method, parameters: request.bytes, depth: pager.depth)
        return try pager.receive(reply)
    }
}

/// Some items of a list, in their order.
public struct ListPage: Sendable {
    /// The items as a JSON array.
    public let items: [UInt8]
    /// How many they are.
    public let count: Int
    /// Whether the list ends with them.
    public let isLast: Bool
}
