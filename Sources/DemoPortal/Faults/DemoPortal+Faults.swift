import Synchronization

extension DemoPortal {
    /// Orders what goes wrong with the next requests over HTTP, one each in this order; `.none` lets one pass.
    /// Requests that the portal refuses by its limits or answers with a redirect don't count.
    public func failNext(_ faults: [DemoFault]) { state.withLock { $0.faults.order(faults) } }

    /// Moves the portal: from now on every request is answered with a redirect to the same path at another address.
    /// The authorization server stays where it is.
    ///
    /// - Parameters:
    ///   - base: `http://127.0.0.1:PORT`; nil moves the portal back
    ///   - status: how it is told
    public func move(to base: String?, status: DemoRedirect = .found) {
        state.withLock { $0.move = base.map { PortalMove(to: $0, status: status) } }
    }
}
