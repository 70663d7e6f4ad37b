import Alerts
import Glibc
import Logging
import Synchronization
import Testing
import Trials

@testable import Host
@testable import Ledger

/// A ledger, a time that is set by hand and a log that is kept: what a test of alerts needs.
final class TellingPlace: Sendable {
    let folder: TemporaryFolder
    let ledger: Ledger
    private let seconds = Mutex(1_000_000.0)
    let log = KeptLog()

    init() throws {
        folder = try TemporaryFolder()
        // Without patience, so that a locked ledger refuses at once.
        ledger = try Ledger(
            path: "\(folder.path)/ledger.sqlite", role: .beside, options: LedgerOptions(busyTimeout: 0))
    }

    var now: Stamp { Stamp(seconds: seconds.withLock { $0 }) }

    func pass(_ more: Double) { seconds.withLock { $0 += more } }

    /// A clock that nobody waits for: sleeping lasts until the task is cancelled.
    var clock: ServeClock {
        ServeClock(
            now: { self.now },
            sleep: { _ in
                for await _ in AsyncStream<Void>.makeStream().stream {}
                try Task.checkCancellation()
            })
    }

    var logger: Logger { log.logger }

    func desk(
        _ ways: [(AlertRoute.Channel, any AlertChannel)], settings: AlertSettings = AlertSettings(), most: Int = 100
    ) async throws -> AlertDesk {
        let desk = AlertDesk(
            ledger: ledger, settings: settings,
            ways: ways.map { AlertDesk.Way(route: $0.0, channel: $0.1) }, locale: .en, most: most, clock: clock,
            logger: logger)
        try await desk.restore()
        return desk
    }

    func sender(_ desk: AlertDesk, _ route: AlertRoute.Channel, _ channel: any AlertChannel) -> AlertSender {
        desk.sender(by: AlertDesk.Way(route: route, channel: channel))
    }

    /// What waits in the ledger for a way, whenever it is ready.
    func waiting(_ channel: AlertRoute.Channel) async throws -> [Message] {
        try await ledger.dueMessages(channel: channel.rawValue, now: now.adding(seconds: 1e9))
    }

    /// Does something while another program keeps the ledger from being written.
    func whileLocked(_ deed: () async throws -> Void) async throws {
        let other = try Ledger(path: ledger.path, role: .beside)
        // What is written through the one end ends the wait at the other.
        var gate: [Int32] = [0, 0]
        try #require(pipe(&gate) == 0)
        let (exit, entry) = (gate[0], gate[1])
        var holding: Task<Void, Never>?
        await withCheckedContinuation { begun in
            holding = Task {
                try? await other.write { _ in
                    begun.resume()
                    var byte: UInt8 = 0
                    _ = read(exit, &byte, 1)
                }
            }
        }
        let outcome: Result<Void, any Error>
        do {
            try await deed()
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        close(entry)
        await holding?.value
        close(exit)
        other.close()
        try outcome.get()
    }
}

/// A way that keeps what it is given.
final class KeptChannel: AlertChannel {
    private struct State {
        var titles: [String] = []
        var tries = 0
        var isBroken: @Sendable (AlertMessage) -> Bool = { _ in false }
    }

    let name = "kept at secret.example"
    private let state = Mutex(State())
    private let arrivals = AsyncStream.makeStream(of: String.self)

    /// The titles of what was sent.
    var titles: [String] { state.withLock { $0.titles } }
    /// How often somebody has tried to send.
    var tries: Int { state.withLock { $0.tries } }
    /// The titles as they come.
    var stream: AsyncStream<String> { arrivals.stream }

    /// Refuses such messages from now on.
    func refuse(_ isBroken: @escaping @Sendable (AlertMessage) -> Bool) { state.withLock { $0.isBroken = isBroken } }

    func send(_ message: AlertMessage) async throws(AlertFailure) {
        let isTaken = state.withLock { state in
            state.tries += 1
            guard !state.isBroken(message) else { return false }
            state.titles.append(message.title)
            return true
        }
        guard isTaken else { throw AlertFailure(channel: name, reason: "it is broken") }
        arrivals.continuation.yield(message.title)
    }
}

/// A way that never comes to an end.
struct HangingChannel: AlertChannel {
    let name = "hanging"

    func send(_ message: AlertMessage) async throws(AlertFailure) {
        for await _ in AsyncStream<Void>.makeStream().stream {}
        throw AlertFailure(channel: name, reason: "it was stopped")
    }
}
