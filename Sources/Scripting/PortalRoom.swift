import Bitrix24
import JSON

/// Answers `b24.…`: calls and lists of one portal, within the limits that the script sets itself.
public actor PortalRoom: Room {
    /// Finds the portal when the script first needs it, so that a script that calls nothing needs no webhook.
    public typealias Connect = @Sendable () throws -> Portal

    private let connect: Connect
    private let priority: Priority
    private var connected: (portal: Portal, caller: Caller)?
    private var gate = MethodGate()
    private var lists = OpenLists()

    /// A room for a portal, for work of this urgency.
    public init(priority: Priority = .interactive, connect: @escaping Connect) {
        self.priority = priority
        self.connect = connect
    }

    /// The portal, if the script has used it.
    public var connectedPortal: Portal? { connected?.portal }

    /// Whether it is one of this room's calls.
    public nonisolated func answers(_ name: String) -> Bool { name.hasPrefix("b24.") }

    /// Takes the limits of the definition.
    public func enter(_ definition: Definition) {
        gate = MethodGate(scopes: definition.scopes, writes: definition.writes)
    }

    /// Answers one of them.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> [UInt8] {
        do {
            return try await dispatch(call)
        } catch {
            throw Self.failure(error)
        }
    }

    /// Begins with one.
    public func start(_ call: HostCall) async -> PendingAnswer {
        guard call.isSingle else {
            let answer = Task { try await dispatch(call) }
            return PendingAnswer { () async throws(HostCallFailure) in
                do { return try await answer.value } catch { throw Self.failure(error) }
            }
        }
        return await start([call]).first ?? PendingAnswer(failure: HostCallFailure(unanswered: call.name))
    }

    /// Begins with several: calls are handed in together and before anything that comes later, so that they share
    /// requests and changes keep their order.
    public func start(_ calls: [HostCall]) async -> [PendingAnswer] {
        var answers: [Int: PendingAnswer] = [:]
        var asked: [(place: Int, call: PortalCall)] = []
        for (place, call) in calls.enumerated() where call.isSingle {
            do {
                let single = try portalCall(call)
                _ = try connection()
                asked.append((place, single))
            } catch {
                answers[place] = PendingAnswer(failure: Self.failure(error))
            }
        }
        if let (portal, caller) = connected, !asked.isEmpty {
            let pending = await portal.submit(each: asked.map(\.call), by: caller)
            for (entry, reply) in zip(asked, pending) {
                answers[entry.place] = Self.answer(reply, isRaw: calls[entry.place].name == "b24.call")
            }
        }
        for (place, call) in calls.enumerated() where answers[place] == nil { answers[place] = await start(call) }
        return calls.indices.compactMap { answers[$0] }
    }

    private static func answer(_ pending: PendingReply, isRaw: Bool) -> PendingAnswer {
        PendingAnswer { take in
            pending.whenAnswered { answer in
                take(answer.map { isRaw ? $0.body : Array($0.resultBytes) }.mapError { failure($0) })
            }
        }
    }

    /// Gives up what the script still waits for; its run is over.
    public func leave() async {
        if let (portal, caller) = connected { await portal.abandon(caller) }
    }

    /// The error table of whatever went wrong.
    private static func failure(_ error: any Error) -> HostCallFailure {
        switch error {
        case let error as PortalError: HostCallFailure(error: error.json)
        case let failure as HostCallFailure: failure
        default: HostCallFailure(code: "SETTINGS", message: "\(error)")
        }
    }

    private func dispatch(_ call: HostCall) async throws -> [UInt8] {
        switch call.name {
        case "b24.describe":
            let facts = Catalogue.method(try call.text("method"), version: call.version)
            return JSONValue.object(["lists": .bool(facts?.list != nil)]).bytes
        case "b24.call": return try await reply(to: call).body
        case "b24.result": return Array(try await reply(to: call).resultBytes)
        case "b24.list.open": return try await open(call)
        case "b24.list.next": return try await nextPage(of: call.arguments["list"]?.integer ?? 0)
        case "b24.list.count":
            let (portal, caller) = try connection()
            return JSONValue.integer(try await portal.count(try request(call), by: caller)).bytes
        case "b24.batch": return try await batch(call)
        default: throw HostCallFailure(code: "HOST", message: "there is no host call '\(call.name)'")
        }
    }

    private func connection() throws -> (portal: Portal, caller: Caller) {
        if let connected { return connected }
        let portal = try connect()
        let connection = (portal, portal.caller(priority))
        connected = connection
        return connection
    }

    // MARK: Calls

    /// The call that is asked for, if the script's limits allow it.
    private func portalCall(_ call: HostCall) throws -> PortalCall {
        let method = try call.text("method")
        try gate.check(method, version: call.version)
        // Positional parameters are an array.
        let parameters = call.arguments["params"].flatMap { $0 == .null ? nil : $0 } ?? [:]
        return PortalCall(method, parameters, version: call.version)
    }

    private func reply(to call: HostCall) async throws -> PortalReply {
        let asked = try portalCall(call)
        let (portal, caller) = try connection()
        return try await portal.call(asked, by: caller)
    }

    /// A batch that the script put together: commands by name, later ones may refer to earlier ones.
    private func batch(_ call: HostCall) async throws -> [UInt8] {
        var commands: [(name: String, call: PortalCall)] = []
        for command in call.arguments["commands"]?.array ?? [] {
            let inner = HostCall(name: call.name, arguments: command)
            commands.append((try inner.text("name"), try portalCall(inner)))
        }
        let (portal, caller) = try connection()
        let halts = call.arguments["halt"]?.bool ?? false
        let answers = try await portal.batch(commands, halts: halts, by: caller)
        var results: JSONObject = [:]
        var errors: JSONObject = [:]
        for (command, answer) in zip(commands, answers) {
            switch answer {
            case .success(let reply): results[command.name] = try JSONValue(parsing: reply.resultBytes)
            case .failure(let error): errors[command.name] = error.json
            }
        }
        return JSONValue.object(["results": .object(results), "errors": .object(errors)]).bytes
    }

    // MARK: Lists

    private func request(_ call: HostCall) throws -> ListRequest {
        let method = try call.text("method")
        try gate.check(method, version: call.version)
        var request = ListRequest(method, try call.object("params"), version: call.version)
        request.limit = call.arguments["limit"]?.integer
        request.preference = call.arguments["walk"]?.string.flatMap(ListRequest.Preference.init) ?? .usual
        return request
    }

    private func open(_ call: HostCall) async throws -> [UInt8] {
        let (portal, caller) = try connection()
        let list = try portal.list(try request(call), by: caller)
        return try await nextPage(of: lists.open(list))
    }

    private func nextPage(of id: Int) async throws -> [UInt8] {
        guard let page = try await lists.list(id)?.next() else {
            lists.close(id)
            return Array(#"{"items":[],"done":true}"#.utf8)
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
        return writer.bytes
    }
}

extension HostCall {
    /// Whether it is one call of the portal, and not a list or a batch.
    fileprivate var isSingle: Bool { name == "b24.result" || name == "b24.call" }

    /// Which REST API is meant.
    fileprivate var version: RESTVersion { arguments["version"]?.integer == 3 ? .three : .two }
}
