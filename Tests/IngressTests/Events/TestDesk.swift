import Synchronization

@testable import Ingress

/// Keeps events in memory, and answers as a test wants it.
final class TestDesk: EventDesk {
    private let events = Mutex<[IncomingEvent]>([])
    private let refusal: DeskRefusal?
    private let gate: Gate?

    /// - Parameter gate: what an event waits for before it is kept
    init(refusal: DeskRefusal? = nil, gate: Gate? = nil) {
        self.refusal = refusal
        self.gate = gate
    }

    var taken: [IncomingEvent] { events.withLock { $0 } }

    func door(of portal: String) -> PortalDoor? { portal == "main" ? SampleEvent.door : nil }

    func take(_ event: IncomingEvent) async throws(DeskRefusal) {
        if let refusal { throw refusal }
        await gate?.pass()
        events.withLock { $0.append(event) }
    }
}

/// Holds everyone up until it is opened, and tells when somebody is there.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watching: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        if isOpen { return }
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            for watcher in watching { watcher.resume() }
            watching = []
        }
    }

    func somebodyWaits() async {
        if !waiting.isEmpty { return }
        await withCheckedContinuation { watching.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
