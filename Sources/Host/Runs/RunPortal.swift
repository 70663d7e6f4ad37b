import Bitrix24
import Synchronization

/// The portal of a run, which several rooms share; made when it is first needed.
final class RunPortal: Sendable {
    private let make: @Sendable () throws(HostFailure) -> Portal
    private let portal = Mutex<Portal?>(nil)
    private let shared: Portal?

    /// - Parameter shared: one that others use, too, and that is there already.
    init(shared: Portal? = nil, _ make: @escaping @Sendable () throws(HostFailure) -> Portal) {
        self.shared = shared
        self.make = make
    }

    /// The portal, if it was needed and is this run's alone.
    var own: Portal? { portal.withLock { $0 } }

    /// Ends the connections of a portal that is this run's alone.
    func end() async { await own?.shutdown() }

    /// The portal; nothing is sent.
    func connect() throws(HostFailure) -> Portal {
        if let shared { return shared }
        return try portal.withLock { (known: inout Portal?) throws(HostFailure) -> Portal in
            if let known { return known }
            let made = try make()
            known = made
            return made
        }
    }
}
