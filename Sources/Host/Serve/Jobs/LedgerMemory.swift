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
        do { return try await memory.value(key, now: clock.now()) } catch { throw Self.failure(error) }
    }

    func set(_ key: String, to value: [UInt8]?, for seconds: Double?) async throws(HostCallFailure) {
        granted[key] = nil
        do {
            if let value {
                try await memory.set(key, value, expires: end(seconds), now: clock.now())
            } else {
                _ = try await memory.remove(key)
            }
        } catch {
            throw Self.failure(error)
        }
    }

    func once(_ key: String, for seconds: Double?) async throws(HostCallFailure) -> Bool {
        let mark = JSONValue.string(holder).bytes
        let expires = end(seconds)
        do {
            if try await !memory.once(key, mark, expires: expires, now: clock.now()) {
                // Only what the run before this one had, which ended with the program, is given again.
                guard granted[key] == nil, try await memory.value(key, now: clock.now()) == mark else { return false }
            }
        } catch {
            throw Self.failure(error)
        }
        granted[key] = .some(expires)
        return true
    }

    func increment(_ key: String, by amount: Int) async throws(HostCallFailure) -> Int {
        do { return try await memory.increment(key, by: amount, now: clock.now()) } catch { throw Self.failure(error) }
    }

    func lock(_ key: String, for seconds: Double) async throws(HostCallFailure) -> Bool {
        let now = clock.now()
        do {
            return try await memory.lock(key, holder: holder, until: now.adding(seconds: seconds), now: now)
        } catch {
            throw Self.failure(error)
        }
    }

    func unlock(_ key: String) async throws(HostCallFailure) {
        do { _ = try await memory.unlock(key, holder: holder) } catch { throw Self.failure(error) }
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

    private static func failure(_ error: any Error) -> HostCallFailure {
        HostCallFailure(code: "STORE", message: "\(error)")
    }
}
