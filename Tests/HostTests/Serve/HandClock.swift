import Ledger
import Synchronization

@testable import Host

/// A clock that is set by hand. Who sleeps is woken when its time has come, or when its task is cancelled.
final class HandClock: Sendable {
    private struct Sleeper {
        let seconds: Double
        let until: Double
        let wake: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var seconds = 1_000_000.0
        var next = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())
    private let steps: AsyncStream<Void>
    private let step: AsyncStream<Void>.Continuation

    init() { (steps, step) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    var now: Stamp { Stamp(milliseconds: Int(state.withLock { $0.seconds } * 1_000)) }

    var clock: ServeClock { ServeClock(now: { self.now }, sleep: { try await self.sleep($0) }) }

    /// Wakes those whose time has come.
    func advance(by seconds: Double) {
        let due = state.withLock { state in
            state.seconds += seconds
            let due = state.sleepers.filter { $0.value.until <= state.seconds }
            for number in due.keys { state.sleepers[number] = nil }
            return due.values.map(\.wake)
        }
        for wake in due { wake.resume() }
    }

    /// Waits until somebody sleeps for so many seconds.
    func sleeper(of seconds: Double) async {
        var steps = steps.makeAsyncIterator()
        while !state.withLock({ $0.sleepers.values.contains { $0.seconds == seconds } }), !Task.isCancelled {
            await steps.next()
        }
    }

    private func sleep(_ seconds: Double) async throws {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in
                let isOver = state.withLock { state in
                    guard state.cancelled.remove(number) == nil else { return true }
                    state.sleepers[number] = Sleeper(seconds: seconds, until: state.seconds + seconds, wake: wake)
                    return false
                }
                if isOver { wake.resume(throwing: CancellationError()) } else { step.yield() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper == nil { state.cancelled.insert(number) }
                return sleeper
            }
            sleeper?.wake.resume(throwing: CancellationError())
        }
    }
}
