import JSON

/// A call that waits for its turn, or some that belong into one request because later ones refer to earlier ones.
struct QueuedCall: Sendable {
    /// Calls are counted as they come.
    let number: Int
    let caller: Caller
    /// One; or the commands of a list's walk or of a batch that a script put together.
    let commands: [PortalCall]
    /// Whether the first command that fails ends the others.
    var halts = false
    /// The time when nobody waits for it any more.
    var deadline: Double?
    /// How often it was sent.
    var attempts = 0
    /// Whether nobody knows if it was executed when it was sent before.
    var mayBeDone = false
    /// It is not sent before this time.
    var notBefore = 0.0
    /// Set when the call can't share a request.
    private(set) var isAlone = false
    /// The key by which the portal knows a REST 3.0 change again, however often it is sent.
    private(set) var identity: String?
    /// The commands as a batch has them, once they have been written.
    private(set) var texts: [CommandText] = []

    init(number: Int, caller: Caller, commands: [PortalCall]) {
        self.number = number
        self.caller = caller
        self.commands = commands
        // That a batch is known again is documented nowhere.
        if version == .three && isWrite && !isGroup {
            identity = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        }
    }

    var isWrite: Bool { commands.contains { $0.isWrite } }
    /// Whether its caller's changes before it come first.
    var isOrdered: Bool { caller.keepsOrder && isWrite }
    var isGroup: Bool { commands.count > 1 }
    var version: RESTVersion { commands.first?.version ?? .two }
    /// Whether making it twice does no harm.
    var isRepeatable: Bool { !isWrite || identity != nil }

    /// Whether it may be made again after these answers, of which the first is a failure.
    ///
    /// Commands that belong together are made again together. Those that only read may be; with a change among them
    /// none may have been executed.
    func canBeRepeated(after answers: PendingReply.Answers) -> Bool {
        !isGroup || !isWrite || answers.allSatisfy { $0.failure?.execution == .notDone }
    }

    /// From now on the call is sent by itself.
    mutating func separate() { isAlone = true }

    /// Writes the commands as a batch has them, once; returns whether they can be in one.
    mutating func prepare() -> Bool {
        guard !isAlone else { return false }
        if version == .three { return !isWrite && commands.allSatisfy { $0.parameters.array == nil } }
        guard texts.isEmpty else { return true }
        let written = commands.compactMap { try? CommandText($0, allowsReferences: isGroup) }
        guard written.count == commands.count else {
            isAlone = true
            return false
        }
        texts = written
        return true
    }

    /// The length of its commands, in bytes.
    var length: Int { texts.reduce(0) { $0 + $1.length } }
}
