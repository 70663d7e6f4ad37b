import Bitrix24
import JSON

/// Answers `b24.…`: calls and lists of one portal, within the limits that the script sets itself.
public actor PortalRoom: Room {
    /// Finds the portal when the script first needs it, so that a script that calls nothing needs no webhook.
    public typealias Connect = @Sendable () throws -> Portal

    private let connect: Connect
    private let shapes: ResultShapes?
    let inspection: CallInspection
    private let priority: Priority
    let writes: (any WriteLog)?
    private var connected: (portal: Portal, caller: Caller)?
    private var hasLeft = false
    private var requests = 0
    var gate = MethodGate()
    var lists = OpenLists()

    /// A room for a portal.
    ///
    /// - Parameters:
    ///   - priority: how urgent the script's work is.
    ///   - shapes: what results become for the script, if not what the portal's methods document; what is asked for
    ///     raw stays as it comes.
    ///   - asked: when this is, ISO 8601.
    ///   - writes: takes notice of what is changed.
    ///   - connect: finds the portal.
    public init(
        priority: Priority = .interactive, shapes: ResultShapes? = nil, asked: String = "",
        writes: (any WriteLog)? = nil, connect: @escaping Connect
    ) {
        self.priority = priority
        self.writes = writes
        self.shapes = shapes
        self.connect = connect
        inspection = CallInspection(refresh: DescriptionRefresh(asked: asked))
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
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
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
                asked.append((place, try await checkedCall(call)))
            } catch {
                answers[place] = PendingAnswer(failure: Self.failure(error))
            }
        }
        do throws(HostCallFailure) {
            let noted = try await note(asked.map(\.call))
            if let (portal, caller) = connected, !asked.isEmpty {
                let pending = await portal.submit(each: asked.map(\.call), by: caller)
                if hasLeft { requests += await portal.abandon(caller) }
                for ((entry, reply), number) in zip(zip(asked, pending), noted) {
                    settle(number, entry.call, whenAnswered: reply)
                    answers[entry.place] = answer(reply, to: entry.call, asked: calls[entry.place])
                }
            }
        } catch {
            for entry in asked { answers[entry.place] = PendingAnswer(failure: error) }
        }
        for (place, call) in calls.enumerated() where answers[place] == nil { answers[place] = await start(call) }
        return calls.indices.compactMap { answers[$0] }
    }

    private func answer(_ pending: PendingReply, to call: PortalCall, asked: HostCall) -> PendingAnswer {
        let shape = resultShape(of: call, asked: asked)
        return PendingAnswer { take in
            pending.whenAnswered { reply in
                if case .failure(let error) = reply, error.deniesField {
                    Task { await self.notice(error, on: call) }
                }
                take(reply.map { asked.answer($0, shape: shape) }.mapError { Self.failure($0) })
            }
        }
    }

    var known: ResultShapes? { shapes ?? connected.map { ResultShapes(of: $0.portal) } }

    /// What a call's result becomes.
    private func resultShape(of call: PortalCall, asked: HostCall) -> JSONShape {
        asked.isRaw ? .any : known?.result(call) ?? .any
    }

    /// Gives up what the script still waits for, and refuses what it asks for from now on: its run is over.
    ///
    /// - Returns: how many requests its calls had a part in, as far as they were sent.
    @discardableResult
    public func leave() async -> Int {
        hasLeft = true
        if let (portal, caller) = connected { requests += await portal.abandon(caller) }
        return requests
    }

    /// The error table of whatever went wrong.
    private static func failure(_ error: any Error) -> HostCallFailure {
        switch error {
        case let error as PortalError: HostCallFailure(error: error.json)
        case let failure as HostCallFailure: failure
        default: HostCallFailure(code: "SETTINGS", message: "\(error)")
        }
    }

    private func dispatch(_ call: HostCall) async throws -> Answer {
        switch call.name {
        case "b24.describe":
            let facts = Catalogue.method(try call.text("method"), version: call.version)
            return Answer(["lists": .bool(facts?.list != nil)])
        case "b24.call", "b24.result": return try await single(call)
        case "b24.list.open": return try await open(call)
        case "b24.list.next": return try await nextPage(of: call.arguments["list"]?.integer ?? 0)
        case "b24.list.count":
            let (portal, caller) = try connection()
            let request = try await checkedRequest(call)
            return try await noticing(request.call) {
                Answer(.integer(try await portal.count(request, by: caller)))
            }
        case "b24.batch": return try await batch(call)
        default: throw HostCallFailure(code: "HOST", message: "there is no host call '\(call.name)'")
        }
    }

    func connection() throws -> (portal: Portal, caller: Caller) {
        if hasLeft { throw HostCallFailure(code: "CANCELLED", message: "the run is over") }
        if let connected { return connected }
        let portal = try connect()
        let connection = (portal, portal.caller(priority, isCounted: true))
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

    private func single(_ asked: HostCall) async throws -> Answer {
        let call = try await checkedCall(asked)
        let (portal, caller) = try connection()
        let number = try await note([call]).first ?? nil
        return try await noticing(call) {
            let pending = await portal.submit(call, by: caller)
            settle(number, call, whenAnswered: pending)
            let reply = try await pending.value()
            return asked.answer(reply, shape: resultShape(of: call, asked: asked))
        }
    }

    /// The call that is asked for, after a look at it by the portal's checks.
    private func checkedCall(_ call: HostCall) async throws -> PortalCall { try await checked(try portalCall(call)) }

    func checked(_ call: PortalCall) async throws -> PortalCall {
        let (portal, caller) = try connection()
        return try await inspection.checked(call, of: portal, by: caller)
    }

    /// Does something with a call, and takes notice of its failure.
    func noticing<Value>(_ call: PortalCall, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch {
            await notice(error, on: call)
            throw error
        }
    }

    private func notice(_ error: any Error, on call: PortalCall) async {
        if let (portal, caller) = connected { await inspection.notice(error, on: call, of: portal, by: caller) }
    }

    /// A batch that the script put together: commands by name, later ones may refer to earlier ones.
    private func batch(_ call: HostCall) async throws -> Answer {
        var commands: [(name: String, call: PortalCall)] = []
        for command in call.arguments["commands"]?.array ?? [] {
            let inner = HostCall(name: call.name, arguments: command)
            commands.append((try inner.text("name"), try await checkedCall(inner)))
        }
        let (portal, caller) = try connection()
        let halts = call.arguments["halt"]?.bool ?? false
        let noted = try await note(commands.map(\.call))
        let answers: [Result<PortalReply, PortalError>]
        do {
            answers = try await portal.batch(commands, halts: halts, by: caller)
        } catch {
            for (command, number) in zip(commands, noted) { settle(number, command.call, .failure(error)) }
            throw error
        }
        for ((command, number), reply) in zip(zip(commands, noted), answers) { settle(number, command.call, reply) }
        var answer = BatchAnswer()
        for (command, reply) in zip(commands, answers) {
            switch reply {
            case .success(let reply):
                answer.add(reply.resultBytes, of: command.name, shape: resultShape(of: command.call, asked: call))
            case .failure(let error):
                await notice(error, on: command.call)
                answer.add(error, of: command.name)
            }
        }
        return answer.whole
    }
}

extension HostCall {
    /// Whether it is one call of the portal, and not a list or a batch.
    var isSingle: Bool { name == "b24.result" || name == "b24.call" }

    /// Whether the answer is to stay as it came.
    var isRaw: Bool { name == "b24.call" || arguments["raw"]?.bool == true }

    /// What of a reply is answered: all of it, or its result.
    fileprivate func answer(_ reply: PortalReply, shape: JSONShape) -> Answer {
        name == "b24.call" ? Answer(reply.body) : Answer(Array(reply.resultBytes), shape: shape)
    }

    /// Which REST API is meant.
    var version: RESTVersion { arguments["version"]?.integer == 3 ? .three : .two }
}
