import Bitrix24
import Ingress
import Logging

/// The portals that `serve` works with: those of the settings, and the one that `LUNOKHOD_WEBHOOK` names.
struct ServedPortals {
    /// All of them, by name.
    let all: [ServedPortal]
    /// The one that scheduled scripts work with.
    let home: ServedPortal
    /// The one whose chats people are told in.
    let teller: ServedPortal

    init(settings: Settings, environment: [String: String], logger: Logger) throws(HostFailure) {
        let isNamed = Settings.hasWebhook(environment)
        var portals: [ServedPortal] = []
        var isMade = false
        defer { if !isMade { Self.end(portals) } }
        for name in settings.portals.keys.sorted()
        where !(isNamed && name == settings.portalKey(nil, environment: environment)) {
            portals.append(try Self.portal(name, choice: name, settings, environment, logger))
        }
        let key = settings.portalKey(nil, environment: environment)
        if isNamed || portals.isEmpty {
            portals.append(try Self.portal(key, choice: nil, settings, environment, logger))
        }
        guard let home = portals.first(where: { $0.name == key }) else {
            throw HostFailure(
                "\(settings.path ?? Settings.fileName) has several portals "
                    + "(\(portals.map(\.name).joined(separator: ", "))); choose the one of scheduled scripts with the "
                    + "setting portal", exit: .usage)
        }
        (all, self.home) = (portals, home)
        teller = try settings.alerts?.teller(among: portals, settings.path) ?? home
        isMade = true
    }

    /// Ends the connections of portals that are not needed after all.
    static func end(_ portals: [ServedPortal]) {
        for portal in portals { Task { await portal.portal.shutdown() } }
    }

    private static func portal(
        _ name: String, choice: String?, _ settings: Settings, _ environment: [String: String], _ logger: Logger
    ) throws(HostFailure) -> ServedPortal {
        let own = try settings.portalSettings(choice, environment: environment)
        var isApplication = false
        if case .application = own.access { isApplication = true }
        var events = own.events
        let tokens = try settings.eventTokens(events, choice: choice, environment: environment)
        // A token in the environment says as well that events are sent.
        if !tokens.isEmpty, events.pull == nil { events.pull = EventSettings.Pull.none }
        // Last, as connections that nobody uses would have to be ended.
        let portal = try settings.connect(portal: choice, environment: environment) { text in
            logger.warning("\(text)", metadata: ["portal": "\(name)"])
        }
        return ServedPortal(
            name: name, choice: choice, portal: portal, events: events, isApplication: isApplication,
            door: PortalDoor(applicationTokens: tokens, memberID: nil))
    }
}

extension Settings {
    /// The tokens that a portal's events carry: those of its file, and `LUNOKHOD_EVENTS_TOKEN` for the portal that
    /// `LUNOKHOD_WEBHOOK` names.
    func eventTokens(
        _ events: EventSettings, choice: String?, environment: [String: String]
    ) throws(HostFailure) -> [String] {
        if let file = events.tokenFile {
            let (path, _) = try secret(in: file, from: path ?? Self.fileName, as: "token")
            let bytes = (try? LocalFile(path: path).read()) ?? []
            let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            let tokens = lines.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
            guard !tokens.isEmpty else {
                throw HostFailure(
                    "\(path) is empty; put the application token into it that Bitrix24 shows at the outbound webhook",
                    exit: .usage)
            }
            return tokens
        }
        guard choice == nil, let token = environment["LUNOKHOD_EVENTS_TOKEN"], !token.isEmpty else { return [] }
        return [token]
    }
}
