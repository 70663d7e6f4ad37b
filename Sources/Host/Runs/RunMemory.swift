import Bitrix24
import Glibc
import JSON
import Ledger
import Scripting
import Synchronization

/// What a script remembers when a person runs it: the same ledger as `serve` has, opened when it is first needed.
actor RunMemory: ScriptMemory {
    private let settings: Settings
    private let environment: [String: String]
    private let portal: String?
    private let script: String
    private var opened: (ledger: Ledger, memory: LedgerMemory)?
    /// How many changes the run has asked for that the portal may have made.
    nonisolated let changes = Atomic(0)

    init(settings: Settings, environment: [String: String], portal: String?, script: String) {
        (self.settings, self.environment, self.portal, self.script) = (settings, environment, portal, script)
    }

    func value(of key: String) async throws(HostCallFailure) -> [UInt8]? { try await memory().value(of: key) }

    func set(_ key: String, to value: [UInt8]?, for seconds: Double?) async throws(HostCallFailure) {
        try await memory().set(key, to: value, for: seconds)
    }

    func once(_ key: String, for seconds: Double?) async throws(HostCallFailure) -> Bool {
        try await memory().once(key, for: seconds)
    }

    func increment(_ key: String, by amount: Int) async throws(HostCallFailure) -> Int {
        try await memory().increment(key, by: amount)
    }

    func lock(_ key: String, for seconds: Double) async throws(HostCallFailure) -> Bool {
        try await memory().lock(key, for: seconds)
    }

    func unlock(_ key: String) async throws(HostCallFailure) { try await memory().unlock(key) }

    /// The run has changed something: what `once` gave is used up.
    func keep() async { await opened?.memory.keep() }

    /// The run is over.
    func end(isWell: Bool) async {
        if isWell || changes.load(ordering: .relaxed) > 0 {
            await opened?.memory.keep()
        } else {
            await opened?.memory.giveBack()
        }
        opened?.ledger.close()
        opened = nil
    }

    /// The script's name as `serve` has it, however its path was written: both must find the same memory.
    private var servedName: String {
        guard let own = Self.identity(of: script) else { return script }
        return settings.scriptFiles.first { Self.identity(of: $0) == own } ?? script
    }

    private static func identity(of path: String) -> [UInt64]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    private func memory() throws(HostCallFailure) -> LedgerMemory {
        if let opened { return opened.memory }
        do {
            let clock = ServeClock.machine
            guard let ledger = try settings.openLedger(role: .beside, environment: environment, isMade: true) else {
                throw HostFailure("the ledger can't be made")
            }
            let key = settings.portalKey(portal, environment: environment)
            let memory = LedgerMemory(
                ledger.memory(portal: key, script: servedName), holder: "run \(getpid()) \(clock.now().milliseconds)",
                clock: clock)
            opened = (ledger, memory)
            return memory
        } catch {
            throw HostCallFailure(code: "STORE", message: "\(error)")
        }
    }
}

/// Tells a run's memory that something was changed.
struct RunWrites: WriteLog {
    let memory: RunMemory

    func begin(_ calls: [PortalCall]) -> [Int] {
        memory.changes.add(calls.count, ordering: .relaxed)
        return Array(calls.indices)
    }

    func end(_ number: Int, of call: PortalCall, with outcome: Result<PortalReply, PortalError>) {
        if case .failure(let error) = outcome, error.execution != .unknown {
            memory.changes.subtract(1, ordering: .relaxed)
            return
        }
        Task { await memory.keep() }
    }
}
