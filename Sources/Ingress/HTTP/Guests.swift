import NIOCore
import Synchronization

/// The open connections of a server.
final class Guests: Sendable {
    private let state = Mutex(State())

    private struct State {
        var connections: [ObjectIdentifier: any Channel] = [:]
        var isDoorShut = false
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

    /// Asks every connection to end as soon as its request is answered.
    func seeOff() {
        for connection in all { connection.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }

    /// Ends every connection at once, whatever is under way.
    func throwOut() {
        for connection in all { connection.close(promise: nil) }
    }

    private var all: [any Channel] { state.withLock { Array($0.connections.values) } }
}
