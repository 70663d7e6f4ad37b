/// With which status a portal tells that it lives elsewhere.
public enum DemoRedirect: Int, CaseIterable, Hashable, Sendable {
    /// 301
    case movedPermanently = 301
    /// 302, what a renamed portal answers.
    case found = 302
    /// 307
    case temporary = 307
    /// 308
    case permanent = 308
}

/// Where a portal has moved.
struct PortalMove: Hashable, Sendable {
    /// The new address without a slash at its end: `https://new.example`.
    let base: String
    let status: DemoRedirect

    init(to base: String, status: DemoRedirect) {
        self.base = String(base.reversed().drop { $0 == "/" }.reversed())
        self.status = status
    }

    /// The answer to whatever is asked at the old address.
    func reply(to request: DemoRequest) -> DemoReply {
        let query = request.query.isEmpty ? "" : "?" + request.query
        return DemoReply(
            status: status.rawValue, body: [], contentType: "text/html",
            headers: ["Location": base + request.path + query])
    }
}
