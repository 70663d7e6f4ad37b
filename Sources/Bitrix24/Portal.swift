import JSON

/// One Bitrix24 portal, reached through a webhook. Everything that is asked of it goes through here.
public actor Portal {
    private let transport: Transport

    /// How many requests went out.
    public private(set) var requestCount = 0

    /// A portal; nothing is sent yet.
    public init(webhook: Webhook) { transport = Transport(webhook: webhook) }

    /// The portal's address, without the secret.
    public nonisolated var address: String { transport.webhook.portal }

    /// Ends the connections; no call may follow.
    public func shutdown() async { await transport.shutdown() }

    /// Calls a method with its parameters (a JSON object). Returns when the portal has answered.
    public func call(_ method: String, parameters: [UInt8]) async throws(PortalError) -> PortalReply {
        try await call(method, parameters: parameters, depth: 1)
    }

    /// Opens a list: nothing is sent before its first page is asked for.
    public nonisolated func list(_ method: String, parameters: JSONObject) throws(PortalError) -> PortalList {
        PortalList(portal: self, pager: try Pager(method: method, parameters: parameters))
    }

    /// How many items the method would list, as the portal counts them.
    public func count(_ method: String, parameters: JSONObject) async throws(PortalError) -> Int {
        let reply = try await call(method, parameters: JSONValue.object(parameters).bytes)
        if let total = reply.number("total"), total >= 0 { return total }
        throw PortalError(
            code: "LIST", message: "the portal doesn't say how many items there are", method: method,
            hint: "count them with a loop")
    }

    func call(_ method: String, parameters: [UInt8], depth: Int) async throws(PortalError) -> PortalReply {
        try Self.check(name: method)
        requestCount += 1
        let response = try await transport.post(method: method, body: parameters)
        return try PortalReply(
            method: method, status: response.status, contentType: response.contentType, body: response.body,
            depth: depth)
    }

    /// A method's name becomes part of a URL, so nothing but a name may pass.
    private static func check(name: String) throws(PortalError) {
        let isName = !name.isEmpty && name.utf8.allSatisfy(\.isCodeByte) && !name.contains("..")
        guard isName else {
            throw PortalError(
                code: "METHOD_NAME", message: "this is not the name of a method", method: name.withoutMarkup,
                hint: "names are letters, digits and dots, such as crm.deal.list")
        }
    }
}
