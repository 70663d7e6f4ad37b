import Bitrix24
import JSON

/// Lists that a script reads page by page.
extension PortalRoom {
    private func request(_ call: HostCall) throws -> ListRequest {
        let method = try call.text("method")
        try gate.check(method, version: call.version)
        var request =
            if let positions = call.arguments["params"]?.array, !positions.isEmpty {
                ListRequest(
                    method, positions: positions, version: call.version, checker: try connection().portal.checker)
            } else {
                ListRequest(method, try call.object("params"), version: call.version)
            }
        request.limit = call.arguments["limit"]?.integer
        request.preference = call.arguments["walk"]?.string.flatMap(ListRequest.Preference.init) ?? .usual
        return request
    }

    func checkedRequest(_ call: HostCall) async throws -> ListRequest {
        let request = try request(call)
        _ = try await checked(request.call)
        return request
    }

    func open(_ call: HostCall) async throws -> Answer {
        let (portal, caller) = try connection()
        let request = try await checkedRequest(call)
        let list = try portal.list(request, by: caller)
        return try await nextPage(
            of: lists.open(list, of: request.call, item: call.isRaw ? .any : known?.item(request) ?? .any))
    }

    func nextPage(of id: Int) async throws -> Answer {
        let open = try lists.list(id)
        guard let open, let page = try await noticing(open.call, { try await open.list.next() }) else {
            lists.close(id)
            return Answer(["items": [], "done": true])
        }
        if page.isLast { lists.close(id) }
        var writer = JSONWriter(capacity: page.items.count + 64)
        writer.beginObject()
        writer.name("list")
        writer.integer(id)
        writer.name("items")
        writer.raw(page.items)
        writer.name("done")
        writer.bool(page.isLast)
        for (name, text) in [("note", page.note), ("partial", page.partial)] {
            guard let text else { continue }
            writer.name(name)
            writer.string(text)
        }
        writer.endObject()
        // A page is always an array, whatever its answers were.
        let items: JSONShape = open.item.isAny ? .any : .list(open.item)
        return Answer(writer.bytes, shape: .record([("items", items)]))
    }
}
