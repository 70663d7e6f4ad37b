import DemoPortal
import Host
import Timetable

/// Where a command finds its portal: in the settings, or in this program, as `--portal demo`.
struct PortalPlace: Sendable {
    let settings: Settings
    let environment: [String: String]
    /// The portal's name in the settings; nil for the usual one.
    let portal: String?
    /// Where its description is kept.
    let file: DescriptionFile

    /// The name of the embedded demo portal, unless the settings have one of that name.
    static let demo = "demo"

    /// Hands the place to `body`; an embedded portal serves meanwhile.
    static func with<Result: Sendable>(
        portal: String?, settings path: String?, _ body: @Sendable @escaping (PortalPlace) async throws -> Result
    ) async throws -> Result {
        let environment = Surroundings.environment
        let settings = try Settings.load(path: path, environment: environment)
        guard portal == demo, settings.portals[demo] == nil else {
            let file = DescriptionFile(portal: portal, settings: settings, environment: environment)
            return try await body(
                PortalPlace(settings: settings, environment: environment, portal: portal, file: file))
        }
        do {
            let embedded = DemoPortal()
            return try await embedded.serve { address in
                var around = environment
                around["LUNOKHOD_WEBHOOK"] = address.webhook
                let zone = settings.zone ?? embedded.options.zone.identifier
                var changed = settings
                changed.zone = zone
                return try await body(
                    PortalPlace(
                        settings: changed, environment: around, portal: nil,
                        file: DescriptionFile(named: demo, settings: settings)))
            }
        } catch let error as DemoPortalError {
            throw HostFailure("\(error)")
        }
    }
}
