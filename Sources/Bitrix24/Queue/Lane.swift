import DequeModule

/// The calls of one caller that wait.
struct Lane: Sendable {
    let caller: Caller
    /// How many requests the caller has had, by its weight. Whoever has had least is next.
    var pass: Double
    /// Changes of this caller that are under way; later ones wait for them, so that they keep their order.
    var writing = 0
    /// What has no order: calls that read, and changes of a caller who wants none.
    private(set) var reads: Deque<QueuedCall> = []
    /// Changes in their order.
    private(set) var writes: Deque<QueuedCall> = []

    init(caller: Caller, pass: Double) {
        self.caller = caller
        self.pass = pass
    }

    var isBulk: Bool { caller.priority == .bulk }
    var isEmpty: Bool { reads.isEmpty && writes.isEmpty }
    var count: Int { reads.count + writes.count }

    /// A call that comes goes to the end.
    mutating func append(_ call: QueuedCall) {
        if call.isOrdered { writes.append(call) } else { reads.append(call) }
    }

    /// A call that comes back keeps its place.
    mutating func putBack(_ call: QueuedCall) {
        func insert(into queue: inout Deque<QueuedCall>) {
            let place = queue.firstIndex { $0.number > call.number } ?? queue.endIndex
            queue.insert(call, at: place)
        }
        if call.isOrdered { insert(into: &writes) } else { insert(into: &reads) }
    }

    /// The calls that may be next, the earlier first: one that reads, one that changes.
    ///
    /// Reads have no order among themselves: one that waits for its time, or whose method has none left, holds up no
    /// other. Where none is ready, there is one of each method, since one of them will be so first.
    func heads(isReady: (QueuedCall) -> Bool) -> [QueuedCall] {
        let write = writing == 0 ? writes.first.map { [$0] } ?? [] : []
        return (firstReads(isReady) + write).sorted { $0.number < $1.number }
    }

    /// The change that comes next, whether or not others are under way.
    var nextWrite: QueuedCall? { writes.first }

    private func firstReads(_ isReady: (QueuedCall) -> Bool) -> [QueuedCall] {
        guard let first = reads.first else { return [] }
        if isReady(first) { return [first] }
        let near = reads.prefix(64)
        if let ready = near.first(where: isReady) { return [ready] }
        var methods: Set<String> = []
        return near.sorted { $0.notBefore < $1.notBefore }.filter {
            methods.insert($0.commands.first?.method ?? "").inserted
        }
    }

    /// Takes a head out, which the caller pays for with a part of a request.
    mutating func take(_ call: QueuedCall, requests: Double) {
        if call.isOrdered {
            if writes.first?.number == call.number { writes.removeFirst() }
            writing += 1
        } else if let place = reads.firstIndex(where: { $0.number == call.number }) {
            reads.remove(at: place)
        }
        pass += requests / caller.priority.weight
    }

    /// Remembers what was learnt about a head.
    mutating func update(_ call: QueuedCall) {
        if call.isOrdered {
            if writes.first?.number == call.number { writes[0] = call }
        } else if let place = reads.firstIndex(where: { $0.number == call.number }) {
            reads[place] = call
        }
    }

    /// Takes out one call; nil if it doesn't wait.
    mutating func withdraw(_ number: Int) -> QueuedCall? {
        if let place = reads.firstIndex(where: { $0.number == number }) { return reads.remove(at: place) }
        return writes.firstIndex { $0.number == number }.map { writes.remove(at: $0) }
    }

    /// Takes out all that waits.
    mutating func drain() -> [QueuedCall] {
        defer {
            reads = []
            writes = []
        }
        return Array(reads) + Array(writes)
    }
}
