/// Why the ledger couldn't do what it was asked for. Descriptions are sentences for the administrator.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another daemon works with the ledger; `pid` is its process if it could be read.
    case inUse(path: String, pid: Int?)
    /// The file is a ledger with broken pages.
    case damaged(path: String)
    /// The file is something else.
    case notALedger(path: String)
    /// The file was written by a newer version.
    case newer(path: String)
    /// The file was written by an older version, and a daemon of that version works with it; `pid` is its process if it
    /// could be read.
    case older(path: String, pid: Int?)
    /// The file or its folder can't be written.
    case readOnly(path: String)
    /// There is no space left.
    case full(path: String)
    /// Too many writes wait already.
    case busy
    /// Another program kept the file locked for too long.
    case locked(path: String)
    /// The disk or the system refused; the text says what.
    case io(String)
    /// The ledger was closed before.
    case closed
    /// A token can't be sealed or opened; the text says why and what to do.
    case sealed(String)
    /// A value is not what may be kept, or not what was expected; the text says what to do.
    case refused(String)

    /// Whether the same may succeed a little later, with nothing changed by a person.
    public var isTemporary: Bool {
        switch self {
        case .full, .busy, .locked: true
        default: false
        }
    }

    /// One sentence: what happened, where, what to do.
    public var description: String {
        switch self {
        case .inUse(let path, let pid):
            "Another lunokhod serve\(pid.map { " (process \($0))" } ?? "") works with the ledger \(path); "
                + "stop it first, or give this one a ledger of its own."
        case .damaged(let path):
            "The ledger \(path) is damaged; put a backup in its place, or move it away to begin a new one."
        case .notALedger(let path):
            "The file \(path) is no ledger of Lunokhod; name another file in the settings, or move this one away."
        case .newer(let path):
            "The ledger \(path) was written by a newer version of Lunokhod; run that version, "
                + "or put a backup from before in its place."
        case .older(let path, let pid):
            "An older version of lunokhod serve\(pid.map { " (process \($0))" } ?? "") works with the ledger \(path); "
                + "restart `lunokhod serve` with this version first, or try again if it has just been restarted."
        case .readOnly(let path):
            "The ledger \(path) can't be written; let this user write the file and its folder."
        case .full(let path):
            "There is no space left on the disk for the ledger \(path); make some, nothing that was recorded is lost."
        case .busy:
            "Too much waits to be written into the ledger; try again in some seconds."
        case .locked(let path):
            "Another program keeps the ledger \(path) locked; try again, or find the program that doesn't let it go."
        case .io(let text):
            "The ledger can't be read or written: \(text); look at the disk and the system's log."
        case .closed:
            "The ledger was closed already; open it again to go on."
        case .sealed(let text), .refused(let text):
            text
        }
    }
}
