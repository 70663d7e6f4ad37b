/// How urgent a caller is.
public enum Priority: Int, Hashable, Sendable, CaseIterable {
    /// A person waits: `lunokhod run`.
    case interactive
    /// Something has happened and is reacted to.
    case handler
    /// The time has come.
    case schedule
    /// Long work that leaves room for all others.
    case bulk

    /// How much of the portal's time a caller gets, compared with others who wait at the same time.
    var weight: Double {
        switch self {
        case .interactive: 64
        case .handler: 16
        case .schedule: 4
        case .bulk: 1
        }
    }
}

/// Who calls: a run of a script or another piece of work. Calls of one caller share its turn, and its changes keep
/// their order.
public struct Caller: Hashable, Sendable {
    /// How urgent it is.
    public let priority: Priority
    let number: Int
}
