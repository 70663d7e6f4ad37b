import NIOCore
import Synchronization

/// The open connections of a server.
final class Guests: Sendable {
    private let state = Mutex(State())

    private struct State {
        var connections: [ObjectIdentifier: any Channel] = [:]
        var isDoorShut = false
        var isSeeingOff = false
        var ended: EventLoopPromise<Void>?

        /// The promise to keep, once nobody is here and nobody can come.
        mutating func takeEnded() -> EventLoopPromise<Void>? {
            guard isDoorShut, connections.isEmpty else { return nil }
            defer { ended = nil }
            return ended
        }
    }

    var count: Int { state.withLock { $0.connections.count } }

    /// Keeps `promise` when the door is shut and the last connection closed.
    func whenEnded(_ promise: EventLoopPromise<Void>) {
        let ended = state.withLock { state in
            state.ended = promise
            return state.takeEnded()
        }
        ended?.succeed()
    }

    func came(_ connection: any Channel) {
        state.withLock { $0.connections[ObjectIdentifier(connection)] = connection }
    }

    func left(_ connection: any Channel) {
        let ended = state.withLock { state in
            state.connections[ObjectIdentifier(connection)] = nil
            return state.takeEnded()
        }
        ended?.succeed()
    }

    func doorIsShut() {
        let ended = state.withLock { state in
            state.isDoorShut = true
            return state.takeEnded()
        }
        ended?.succeed()
    }

    /// From now on connections end as soon as their request is answered.
    func beginFarewell() { state.withLock { $0.isSeeingOff = true } }

    /// Asks every connection to end as soon as its request is answered.
    func seeOff() {
        beginFarewell()
        for connection in all { connection.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }

    /// Whether connections are asked to end: those that nobody could ask yet have to look for themselves.
    var isSeeingOff: Bool { state.withLock { $0.isSeeingOff } }

    /// Ends every connection at once, whatever is under way.
    func throwOut() {
        for connection in all { connection.close(promise: nil) }
    }

    /// All of them.
    var all: [any Channel] { state.withLock { Array($0.connections.values) } }
}
