import Glibc
import Testing
import Trials

@testable import Ledger

/// A folder of its own for a test's ledgers, gone with it.
final class ScratchLedger: Sendable {
    private let home: TemporaryFolder
    let path: String

    init() throws {
        home = try TemporaryFolder()
        path = home.path + "/ledger.db"
    }

    var folder: String { home.path }

    func open(_ role: Ledger.Role = .daemon, _ options: LedgerOptions = .init()) throws(LedgerError) -> Ledger {
        try Ledger(path: path, role: role, options: options)
    }

    /// The error of opening; nil if it can be opened.
    func refusal(_ role: Ledger.Role = .daemon) -> LedgerError? {
        do {
            try open(role).close()
            return nil
        } catch {
            return error
        }
    }

    /// Gives the file these bytes alone.
    func write(_ bytes: [UInt8]) throws {
        let file = try #require(fopen(path, "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

extension Stamp {
    /// So many seconds after a moment that all tests share.
    static func at(_ seconds: Double) -> Stamp { Stamp(milliseconds: 1_750_000_000_000).adding(seconds: seconds) }
}

extension Arrival {
    static func deal(
        _ identity: String, lane: String? = nil, at seconds: Double = 0, body: [UInt8] = [], _ wishes: Subscription...
    ) -> Arrival {
        Arrival(
            portal: "a.bitrix24.ru", name: "ONCRMDEALUPDATE", source: "online", identity: identity, lane: lane,
            at: .at(seconds), body: body, subscriptions: wishes)
    }
}

extension Ledger {
    func claimAll(
        at seconds: Double = 0, most: Int = 100, limits: JobLimits = .init(standard: 100), owner: String = "host"
    ) async throws(LedgerError) -> [Claim] {
        try await claim(
            most: most, limits: limits, now: .at(seconds), lease: .at(seconds + 60), owner: owner)
    }

    func add(_ script: String = "deals.lua", lane: String? = nil, at seconds: Double = 0) async throws(LedgerError)
        -> Int
    {
        try await addJob(portal: "a.bitrix24.ru", script: script, by: "anna", lane: lane, now: .at(seconds))
    }
}
