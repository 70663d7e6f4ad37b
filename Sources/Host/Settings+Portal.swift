import Bitrix24

extension Settings {
    /// Makes a portal ready for calls; nothing is sent yet.
    ///
    /// - Parameter told: takes what its administrator should know.
    func connect(
        portal name: String?, environment: [String: String], told: @escaping @Sendable (String) -> Void
    ) throws(HostFailure) -> Portal {
        let settings = try portalSettings(name, environment: environment)
        var options = PortalOptions()
        options.limits = settings.limits
        options.checks = settings.checks
        options.transport = settings.transport
        options.transport.caFile = settings.transport.caFile.map(besideSettings)
        options.told = { told($0.description) }
        let credential = try credential(portal: name, environment: environment)
        do throws(PortalError) {
            return try Portal(credential: credential, options: options)
        } catch {
            throw HostFailure("portal: \(error.message)", exit: .usage)
        }
    }
}
