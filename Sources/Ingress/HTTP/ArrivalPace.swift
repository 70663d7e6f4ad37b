import NIOCore

/// Until when the other end of a connection must have done something.
struct ArrivalPace: Hashable, Sendable {
    /// What the connection waits for.
    enum Stage: Hashable, Sendable {
        /// The first byte of a request.
        case idle(until: NIODeadline)
        /// The rest of a request.
        case arriving(until: NIODeadline)
        /// The server's own work.
        case working
    }

    private(set) var stage: Stage
    private let arrivalTime: TimeAmount
    private let idleTime: TimeAmount

    /// A new connection is opened for a request, so that has to come soon.
    init(_ limits: ServerLimits, at now: NIODeadline) {
        arrivalTime = TimeAmount(limits.arrivalTime)
        idleTime = TimeAmount(limits.idleTime)
        stage = .arriving(until: now + arrivalTime)
    }

    /// Bytes don't prolong the time that the request has: one byte a second would hold a connection for ever.
    mutating func bytesCame(at now: NIODeadline) {
        if case .idle = stage { stage = .arriving(until: now + arrivalTime) }
    }

    mutating func requestIsWhole() { stage = .working }

    mutating func answered(at now: NIODeadline) { stage = .idle(until: now + idleTime) }

    /// The moment at which the connection is to be closed; nil while the server works.
    var deadline: NIODeadline? {
        switch stage {
        case .idle(let until), .arriving(let until): until
        case .working: nil
        }
    }

    /// When to look next: no later than whatever begins now would be late.
    func nextLook(after now: NIODeadline) -> NIODeadline {
        min(deadline ?? .distantFuture, now + min(arrivalTime, idleTime))
    }
}
