import JSON
import Ledger
import Scripting

/// What a script remembers, in the ledger, as one of its runs sees it.
///
/// A key that `once` gave to a run is that run's until it has changed something: a run that fails before gives it back,
/// so that its repetition does the work.
actor LedgerMemory: ScriptMemory {
    private let memory: StoredMemory
    private let holder: String
    private let clock: ServeClock
    /// Keys that `once` gave, and until when they are remembered.
    private var granted: [String: Stamp?] = [:]

    /// - Parameter holder: tells the job from others; its repetitions have the same.
    init(_ memory: StoredMemory, holder: String, clock: ServeClock) {
        self.memory = memory
        self.holder = holder
        self.clock = clock
    }

    func value(of key: String) async throws(HostCallFailure) -> [UInt8]? {
        try await told { try await self.memory.value(key, now: self.clock.now()) }
    }

    func set(_ key: String, to value: [UInt8]?, for seconds: Double?) async throws(HostCallFailure) {
        granted[key] = nil
        try await told {
            if let value {
                try await self.memory.set(key, value, expires: self.end(seconds), now: self.clock.now())
            } else {
                _ = try await self.memory.remove(key)
            }
        }
    }

    func once(_ key: String, for seconds: Double?) async throws(HostCallFailure) -> Bool {
        let mark = JSONValue.string(holder).bytes
        let expires = end(seconds)
        let isFirst = try await told {
            try await self.memory.once(key, mark, expires: expires, now: self.clock.now())
        }
        // The run before this one had it and ended with the program.
        let isOwn = try await isFirst ? false : told { try await self.memory.value(key, now: self.clock.now()) == mark }
        guard isFirst || isOwn && granted[key] == nil else { return false }
        granted[key] = .some(expires)
        return true
    }

    func increment(_ key: String, by amount: Int) async throws(HostCallFailure) -> Int {
        try await told { try await self.memory.increment(key, by: amount, now: self.clock.now()) }
    }

    func lock(_ key: String, for seconds: Double) async throws(HostCallFailure) -> Bool {
        let now = clock.now()
        return try await told {
            try await self.memory.lock(key, holder: self.holder, until: now.adding(seconds: seconds), now: now)
        }
    }

    func unlock(_ key: String) async throws(HostCallFailure) {
        _ = try await told { try await self.memory.unlock(key, holder: self.holder) }
    }

    /// The run has changed something, or ended well: what `once` gave is used up.
    func keep() async {
        let used = granted
        granted = [:]
        for (key, expires) in used {
            try? await memory.set(key, JSONValue.bool(true).bytes, expires: expires, now: clock.now())
        }
    }

    /// The run failed: what `once` gave and wasn't used goes back.
    func giveBack() async {
        let unused = granted.keys
        granted = [:]
        for key in unused { _ = try? await memory.remove(key) }
    }

    private func end(_ seconds: Double?) -> Stamp? { seconds.map { clock.now().adding(seconds: $0) } }

    private nonisolated func told<Value: Sendable>(
        _ body: () async throws -> Value
    ) async throws(HostCallFailure) -> Value {
        do {
            return try await body()
        } catch {
            throw HostCallFailure(code: "STORE", message: "\(error)")
        }
    }
}
