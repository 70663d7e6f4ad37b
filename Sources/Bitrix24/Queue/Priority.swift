/// How urgent a caller is.
public enum Priority: Int, Hashable, Sendable, CaseIterable {
    /// A person waits: `lunokhod run`.
    case interactive
    /// Something has happened and is reacted to.
    case handler
    /// The time has come.
    case schedule
    /// Long work that leaves room for all others: `lunokhod export`.
    case bulk

    /// How many of the portal's requests a caller gets, compared with others who wait at the same time.
    var weight: Double {
        switch self {
        case .interactive: 8
        case .handler: 4
        case .schedule: 2
        case .bulk: 1
        }
    }
}

/// Who calls: a run of a script or another piece of work. Calls of one caller share its turn, and its changes keep
/// their order unless it wants none.
public struct Caller: Hashable, Sendable {
    /// How urgent it is.
    public let priority: Priority
    let number: Int
    /// Whether its changes are made in the order of handing in, and so in one request at a time.
    var keepsOrder = true
    /// Whether the portal counts the requests that its calls have a part in, until it is abandoned.
    var isCounted = false
}
