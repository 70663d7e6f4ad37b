import JSON

/// Answers `parallel.…`: begins with the calls that many bodies of a script make side by side, each in the room that
/// answers it, and hands back what is finished.
public actor ParallelRoom: Room {
    private let rooms: [any Room]
    private let progress: @Sendable (Progress) -> Void
    private var groups: [Int: CallGroup] = [:]
    private var isClosed = false
    /// How many of the calls were for a portal.
    private(set) var portalCalls = 0

    /// A room beside those that answer the calls.
    ///
    /// - Parameter progress: is told how far a `parallel` has come that is not inside of another one.
    public init(rooms: [any Room], progress: @escaping @Sendable (Progress) -> Void) {
        self.rooms = rooms
        self.progress = progress
    }

    /// Whether it is one of this room's calls.
    public nonisolated func answers(_ name: String) -> Bool { name.hasPrefix("parallel.") }

    /// Answers one of them, and tells the progress.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        progress(
            Progress(
                title: call.arguments["title"]?.string, done: call.arguments["done"]?.integer ?? 0,
                total: call.arguments["total"]?.integer, isOver: call.name == "parallel.end"))
        return try await start(call).value()
    }

    /// Begins with the calls of an exchange, in their order.
    public func start(_ call: HostCall) async -> PendingAnswer {
        guard let id = call.arguments["group"]?.integer else {
            return PendingAnswer(failure: HostCallFailure(code: "HOST", message: "\(call.name) needs its group"))
        }
        switch call.name {
        case "parallel.exchange": return await exchange(call.arguments["calls"]?.array ?? [], in: group(id))
        case "parallel.end":
            groups.removeValue(forKey: id)?.close()
            return PendingAnswer { Answer(.null) }
        default: return PendingAnswer(failure: HostCallFailure(unanswered: call.name))
        }
    }

    /// Gives up whatever is still under way.
    func close() {
        isClosed = true
        for group in groups.values { group.close() }
        groups = [:]
    }

    private func group(_ id: Int) -> CallGroup {
        let group = groups[id] ?? CallGroup()
        if isClosed { group.close() } else { groups[id] = group }
        return group
    }

    private func exchange(_ calls: [JSONValue], in group: CallGroup) async -> PendingAnswer {
        let asked = calls.compactMap { call -> (ticket: Int, room: Int?, call: HostCall)? in
            guard let ticket = call["ticket"]?.integer, let name = call["name"]?.string else { return nil }
            return (
                ticket, rooms.firstIndex { $0.answers(name) },
                HostCall(name: name, arguments: call["arguments"] ?? .null)
            )
        }
        // What follows each other in one room is begun together there, and so shares requests.
        var rest = asked[...]
        while let first = rest.first {
            let together = rest.prefix { $0.room == first.room }
            rest = rest.dropFirst(together.count)
            let pending = await begin(together.map(\.call), in: first.room)
            for (entry, answer) in zip(together, pending) { group.watch(answer, ticket: entry.ticket) }
        }
        return PendingAnswer { () async throws(HostCallFailure) in try await group.finished() }
    }

    private func begin(_ calls: [HostCall], in room: Int?) async -> [PendingAnswer] {
        portalCalls += calls.count { $0.name.hasPrefix("b24.") }
        if let room { return await rooms[room].start(calls) }
        var answers: [PendingAnswer] = []
        for call in calls {
            answers.append(
                self.answers(call.name)
                    ? await start(call) : PendingAnswer(failure: HostCallFailure(unanswered: call.name)))
        }
        return answers
    }
}
