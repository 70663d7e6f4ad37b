import Bitrix24
import Synchronization

/// The portal of a run, which several rooms share; made when it is first needed.
final class RunPortal: Sendable {
    private let make: @Sendable () throws(HostFailure) -> Portal
    private let portal = Mutex<Portal?>(nil)

    init(_ make: @escaping @Sendable () throws(HostFailure) -> Portal) { self.make = make }

    /// The portal, if it was needed.
    var connected: Portal? { portal.withLock { $0 } }

    /// The portal; nothing is sent.
    func connect() throws(HostFailure) -> Portal {
        try portal.withLock { (known: inout Portal?) throws(HostFailure) -> Portal in
            if let known { return known }
            let made = try make()
            known = made
            return made
        }
    }
}
