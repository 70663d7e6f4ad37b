import Bitrix24
import JSON

/// Answers `b24.…`: calls and lists of one portal, within the limits that the script sets itself.
public actor PortalRoom: Room {
    /// Finds the portal when the script first needs it, so that a script that calls nothing needs no webhook.
    public typealias Connect = @Sendable () throws -> Portal

    private let connect: Connect
    private var connected: Portal?
    private var gate = MethodGate()
    private var lists: [Int: PortalList] = [:]
    private var listCount = 0

    /// A room for a portal.
    public init(connect: @escaping Connect) { self.connect = connect }

    /// The portal, if the script has used it.
    public var connectedPortal: Portal? { connected }

    /// Whether it is one of this room\'s calls.
    public nonisolated func answers(_ name: String) -> Bool { name.hasPrefix("b24.") }

    /// Takes the limits of the definition.
    public func enter(_ definition: Definition) {
        gate = MethodGate(scopes: definition.scopes, writes: definition.writes)
    }

    /// Answers one of them.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> [UInt8] {
        do {
            return try await dispatch(call)
        } catch let error as PortalError {
            throw HostCallFailure(error: error.json)
        } catch let failure as HostCallFailure {
            throw failure
        } catch {
            throw HostCallFailure(code: "SETTINGS", message: "\(error)")
        }
    }

    private func dispatch(_ call: HostCall) async throws -> [UInt8] {
        switch call.name {
        case "b24.describe":
            let lists = Catalogue.method(try call.text("method"))?.list != nil
            return JSONValue.object(["lists": .bool(lists)]).bytes
        case "b24.call": return try await reply(to: call).body
        case "b24.result": return Array(try await reply(to: call).resultBytes)
        case "b24.list.open": return try await open(call)
        case "b24.list.next": return try await nextPage(of: call.arguments["list"]?.integer ?? 0)
        case "b24.list.count":
            let count = try await portal().count(try admitted(call), parameters: try call.object("params"))
            return JSONValue.integer(count).bytes
        default: throw HostCallFailure(code: "HOST", message: "there is no host call '\(call.name)'")
        }
    }

    private func portal() throws -> Portal {
        if let connected { return connected }
        let portal = try connect()
        connected = portal
        return portal
    }

    /// The method's name, if the script's limits allow it.
    private func admitted(_ call: HostCall) throws -> String {
        let method = try call.text("method")
        try gate.check(method)
        return method
    }

    private func reply(to call: HostCall) async throws -> PortalReply {
        let method = try admitted(call)
        // Positional parameters are an array.
        let parameters = call.arguments["params"].flatMap { $0 == .null ? nil : $0 } ?? [:]
        return try await portal().call(method, parameters: parameters.bytes)
    }

    private func open(_ call: HostCall) async throws -> [UInt8] {
        let list = try portal().list(try admitted(call), parameters: try call.object("params"))
        listCount += 1
        lists[listCount] = list
        return try await nextPage(of: listCount)
    }

    private func nextPage(of id: Int) async throws -> [UInt8] {
        guard let list = lists[id], let page = try await list.next() else {
            lists[id] = nil
            return Array(#"{"items":[],"done":true}"#.utf8)
        }
        if page.isLast { lists[id] = nil }
        var writer = JSONWriter(capacity: page.items.count + 48)
        writer.beginObject()
        writer.name("list")
        writer.integer(id)
        writer.name("items")
        writer.raw(page.items)
        writer.name("done")
        writer.bool(page.isLast)
        writer.endObject()
        return writer.bytes
    }
}
