import JSON

/// The queue of offline events that a portal keeps for an application, which needs no address of its own so.
///
/// Where the portal has the feature `rest_offline_extended`, events are reserved, taken, and only then confirmed, so
/// that each is taken at least once; what was reserved and not confirmed when the program ended is found again.
/// Elsewhere events are listed, taken, and only then removed; if an entity changes between the last two, the entry as
/// it is removed differs from what was taken and is taken, too. Only if the program ends right there is that second
/// notice lost; the first one is recorded then, and whoever works on it reads the entity as it is.
///
/// Identities tell events that come twice from each other.
public actor OfflineQueue {
    private let portal: Portal
    private let caller: Caller
    private let connector: String?
    /// Whether events can be reserved; nil as long as the portal hasn't been asked.
    private var canReserve: Bool?
    /// Processes with reserved events that are not confirmed.
    private var unconfirmed: [String] = []
    private var hasLookedBack = false

    private static let most = 50
    private static let mostPages = 100

    /// A queue.
    ///
    /// - Parameters:
    ///   - portal: the application's portal.
    ///   - caller: who asks.
    ///   - connector: the `auth_connector` that the events are bound with. Changes that are made with it are left out.
    public init(of portal: Portal, by caller: Caller, connector: String? = nil) {
        (self.portal, self.caller, self.connector) = (portal, caller, connector)
    }

    /// Asks for the first events of the queue, 50 at most, and removes them when they are taken.
    ///
    /// - Parameter take: records the events durably; what it throws leaves them in the queue.
    /// - Returns: how many entries were worked on; when it is 0 the queue is empty.
    /// - Throws: what `take` throws, or a `PortalError`.
    public func pull(take: @Sendable ([PulledEvent]) async throws -> Void) async throws -> Int {
        if try await reserves() {
            let found = try await takeLeftOver(take)
            return found > 0 ? found : try await takeReserved(process: nil, take)
        }
        return try await takeListed(take)
    }

    // MARK: With reservation

    private func reserves() async throws -> Bool {
        if let canReserve { return canReserve }
        let answer = try await ask("feature.get", ["CODE": "rest_offline_extended"])
        let found = answer.value(at: "value")?.string?.uppercased() == "Y"
        canReserve = found
        return found
    }

    /// What was reserved before and not confirmed is hidden from every other question.
    private func takeLeftOver(_ take: @Sendable ([PulledEvent]) async throws -> Void) async throws -> Int {
        if !hasLookedBack {
            let own = try await reservedBefore()
            unconfirmed += own.filter { !unconfirmed.contains($0) }
            hasLookedBack = true
        }
        while let process = unconfirmed.first {
            let count = try await takeReserved(process: process, take)
            if count > 0 { return count }
            unconfirmed.removeAll { $0 == process }
        }
        return 0
    }

    private func reservedBefore() async throws -> [String] {
        var processes: [String] = []
        var start = 0
        while true {
            let parameters = addressed(["order": ["ID": "ASC"], "start": .integer(start)])
            let page = try await entries("event.offline.list", parameters)
            processes += page.reserved.keys.filter { !processes.contains($0) }.sorted()
            start += Self.most
            guard page.count >= Self.most else { return processes }
        }
    }

    private func takeReserved(
        process: String?, _ take: @Sendable ([PulledEvent]) async throws -> Void
    ) async throws -> Int {
        var parameters: JSONObject = [
            "clear": 0, "limit": .integer(Self.most), "order": ["TIMESTAMP_X": "ASC", "ID": "ASC"],
        ]
        parameters["process_id"] = process.map(JSONValue.string)
        let answer = try await entries("event.offline.get", addressed(parameters))
        guard answer.count > 0 else { return 0 }
        guard let process = answer.processID ?? process else {
            throw PortalError(
                code: PortalError.Code.list, message: "the portal gave events without a process_id to confirm them by",
                method: "event.offline.get")
        }
        if !unconfirmed.contains(process) { unconfirmed.append(process) }
        try await take(answer.entries.map(\.event))
        // What can't be read is marked for a person to look at, and stays out of the way of the others.
        if !answer.unreadable.isEmpty {
            _ = try await ask("event.offline.error", names(answer.unreadable, of: process))
        }
        // Without any name the portal would remove everything of the process.
        if !answer.entries.isEmpty {
            _ = try await ask("event.offline.clear", names(answer.entries.map(\.messageID), of: process))
        }
        unconfirmed.removeAll { $0 == process }
        return answer.count
    }

    private func names(_ messages: [String], of process: String) -> JSONObject {
        ["process_id": .string(process), "message_id": .array(messages.map(JSONValue.string))]
    }

    // MARK: Without reservation

    private func takeListed(_ take: @Sendable ([PulledEvent]) async throws -> Void) async throws -> Int {
        let listed = try await listedEntries()
        guard let first = listed.first, let last = listed.last else { return 0 }
        try await take(listed.map(\.event))
        let ids = first.id...max(first.id, last.id)
        let removed = try await entries(
            "event.offline.get",
            addressed([
                "clear": 1, "limit": .integer(listed.count), "order": ["ID": "ASC"],
                "filter": [">=ID": .integer(ids.lowerBound), "<=ID": .integer(ids.upperBound)],
            ]))
        let known = Set(listed.map(\.event.identity))
        let changed = removed.entries.map(\.event).filter { !known.contains($0.identity) }
        if !changed.isEmpty { try await take(changed) }
        // What isn't removed would be listed again at once, for ever.
        return removed.count == 0 ? 0 : listed.count + changed.count
    }

    /// The first entries that can be removed. What was reserved or marked before is listed, too, but never given.
    private func listedEntries() async throws -> [OfflineEntry] {
        for page in 0..<Self.mostPages {
            let listed = try await entries(
                "event.offline.list", addressed(["order": ["ID": "ASC"], "start": .integer(page * Self.most)]))
            let free = listed.entries.filter { $0.processID == nil && !$0.isFailed }
            if !free.isEmpty || listed.count < Self.most { return free }
        }
        return []
    }

    // MARK: Asking

    private func addressed(_ parameters: JSONObject) -> JSONObject {
        var parameters = parameters
        parameters["auth_connector"] = connector.map(JSONValue.string)
        return parameters
    }

    private func entries(_ method: String, _ parameters: JSONObject) async throws -> OfflineAnswer {
        guard let answer = OfflineAnswer(try await ask(method, parameters)) else {
            throw PortalError(code: PortalError.Code.list, message: "the answer holds no events", method: method)
        }
        return answer
    }

    private func ask(_ method: String, _ parameters: JSONObject) async throws -> JSONValue {
        let reply = try await portal.call(PortalCall(method, .object(parameters)), by: caller)
        return try JSONValue(parsing: reply.resultBytes)
    }
}
