import Bitrix24

/// Takes notice of what a run changes in the portal, before it is sent and when it is answered: so that after a crash
/// it is known what may have been changed, and what comes back as an event is recognised.
public protocol WriteLog: Sendable {
    /// Changes are about to be sent; returns their numbers as soon as that is remembered.
    func begin(_ calls: [PortalCall]) async throws(HostCallFailure) -> [Int]
    /// A change was answered, or failed. Called where answers come in, so it must be short.
    func end(_ number: Int, of call: PortalCall, with outcome: Result<PortalReply, PortalError>)
}
