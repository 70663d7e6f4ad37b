import JSON

/// Answers `store.…`: what the script remembers.
public struct StoreRoom: Room {
    private let memory: any ScriptMemory

    /// A lock without a time ends after so many seconds.
    private static let usualLock = 600.0

    /// A room for a script's memory.
    public init(memory: any ScriptMemory) { self.memory = memory }

    /// Whether it is one of this room's calls.
    public func answers(_ name: String) -> Bool { name.hasPrefix("store.") }

    /// Answers one of them.
    public func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        let key = try call.text("key")
        let seconds = call.arguments["for"]?.seconds
        switch call.name {
        case "store.get": return Answer(try await memory.value(of: key) ?? JSONValue.null.bytes)
        case "store.set":
            let value = call.arguments["value"].flatMap { $0 == .null ? nil : $0 }
            try await memory.set(key, to: value?.bytes, for: seconds)
            return Answer(.null)
        case "store.once": return Answer(.bool(try await memory.once(key, for: seconds)))
        case "store.increment":
            let amount = call.arguments["by"]?.integer ?? 1
            return Answer(.integer(try await memory.increment(key, by: amount)))
        case "store.lock": return Answer(.bool(try await memory.lock(key, for: seconds ?? Self.usualLock)))
        case "store.unlock":
            try await memory.unlock(key)
            return Answer(.null)
        default: throw HostCallFailure(unanswered: call.name)
        }
    }
}
