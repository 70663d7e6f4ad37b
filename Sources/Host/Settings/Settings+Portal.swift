import Bitrix24

extension Settings {
    /// Makes a portal ready for calls, with what `lunokhod types` once found; nothing is sent yet.
    ///
    /// - Parameter told: takes what its administrator should know.
    func connect(
        portal name: String?, environment: [String: String], told: @escaping @Sendable (String) -> Void
    ) throws(HostFailure) -> Portal {
        let settings = try portalSettings(name, environment: environment)
        var options = PortalOptions()
        options.limits = settings.limits
        options.checks = settings.checks ?? checks
        options.transport = settings.transport
        options.transport.caFile = settings.transport.caFile.map(besideSettings)
        options.told = { told($0.description) }
        let credential = try credential(portal: name, environment: environment)
        let portal: Portal
        do throws(PortalError) {
            portal = try Portal(credential: credential, options: options)
        } catch {
            throw HostFailure("portal: \(error.message)", exit: .usage)
        }
        do throws(HostFailure) {
            let file = DescriptionFile(portal: name, settings: self, environment: environment)
            if let description = try file.load(of: portal.address) { portal.learn(description) }
        } catch {
            told("\(error)")
        }
        return portal
    }
}
