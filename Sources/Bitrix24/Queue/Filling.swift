/// A request that is being filled.
struct Filling: Sendable {
    private(set) var calls: [QueuedCall]
    private(set) var commandCount: Int
    private var seconds: Double
    private var length = 0
    private let version: RESTVersion
    private let isAlone: Bool
    /// Callers who have nothing more that fits.
    var passedOver: Set<Caller> = []

    init(leader: QueuedCall, cost: Double) {
        var leader = leader
        isAlone = !leader.prepare()
        calls = [leader]
        commandCount = leader.commands.count
        version = leader.version
        seconds = cost
        length = leader.length
    }

    var hasRoom: Bool { !isAlone && commandCount < Dispatcher.mostCommands }

    /// Whether another call has a place in it.
    func fits(_ call: QueuedCall, cost: Double) -> Bool {
        !call.isAlone && call.version == version && !calls.contains { $0.number == call.number }
            && commandCount + call.commands.count <= Dispatcher.mostCommands
            && seconds + cost <= Dispatcher.longestRequest && length + call.length <= Dispatcher.greatestLength
            && !(call.halts || calls.contains { $0.halts })
    }

    mutating func add(_ call: QueuedCall, cost: Double) {
        calls.append(call)
        commandCount += call.commands.count
        seconds += cost
        length += call.length
    }

    /// The change of a caller that comes next after those of this request, when none of its others is under way.
    func followingWrite(in lane: Lane) -> [QueuedCall] {
        let here = calls.count { $0.caller == lane.caller && $0.isOrdered }
        guard here > 0, here == lane.writing, let next = lane.nextWrite else { return [] }
        return [next]
    }
}
