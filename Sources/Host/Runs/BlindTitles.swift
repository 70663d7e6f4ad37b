import JSON
import Scripting
import Synchronization

/// Answers titles with themselves, while it isn't known yet which portal they are of.
final class BlindTitles: Room {
    private let asked = Mutex(false)

    /// Whether the script has named any.
    var wereAsked: Bool { asked.withLock { $0 } }

    func answers(_ name: String) -> Bool { DescriptionRoom.names.contains(name) }

    func answer(_ call: HostCall) throws(HostCallFailure) -> Answer {
        asked.withLock { $0 = true }
        return Answer(.string(call.arguments["title"]?.string ?? ""))
    }
}
