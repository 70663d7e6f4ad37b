import Bitrix24
import Yams

/// Reads what the settings say of one portal.
struct PortalSettingsReader {
    let text: SettingsText
    let portal: String

    private static let access = ["webhook", "webhook_file", "application"]
    private static let known = access + ["limits", "ca_file", "proxy", "timeout", "strict", "events"]

    private var place: String { "portal '\(portal)'" }

    func read(_ node: Node, line: Int) throws(HostFailure) -> PortalSettings {
        let members = try text.members(of: node, in: place, known: Self.known)
        let ways = members.filter { Self.access.contains($0.name) }
        guard let way = ways.first, ways.count == 1 else {
            throw text.wrong(
                line: line,
                "\(place) needs one of webhook_file (a file's name), webhook (an address) and application")
        }
        var settings = PortalSettings(access: try access(way))
        for member in members {
            switch member.name {
            case "limits": settings.limits = try limits(member)
            case "ca_file": settings.transport.caFile = try text.text(member)
            case "timeout": settings.transport.requestTimeout = try text.number(member, from: 1, to: 3_600)
            case "strict": settings.checks = try text.flag(member) ? .strict : .lenient
            case "events":
                settings.events = try ServeSettingsReader(text: text).events(member)
                try check(settings, line: member.line)
            case "proxy":
                guard let proxy = TransportOptions.Proxy(try text.text(member)) else {
                    throw text.wrong(line: member.line, "proxy must be http://HOST:PORT")
                }
                settings.transport.proxy = proxy
            default: continue
            }
        }
        return settings
    }

    private func check(_ settings: PortalSettings, line: Int) throws(HostFailure) {
        guard settings.events.address != nil else { return }
        guard case .application = settings.access else {
            throw text.wrong(
                line: line,
                "\(place) is used through a webhook, so its events can't be registered at an address; make an outbound "
                    + "webhook in Bitrix24 and leave address out")
        }
        guard settings.events.tokenFile != nil else {
            throw text.wrong(line: line, "\(place) needs token_file beside address: the token that its events carry")
        }
    }

    private func access(_ member: SettingsText.Member) throws(HostFailure) -> PortalSettings.Access {
        if member.name == "application" { return .application(try application(member), line: member.line) }
        let value = try text.text(member)
        guard member.name == "webhook" || !value.isAddress else {
            throw text.wrong(
                line: member.line,
                "webhook_file must be the name of a file, not an address; put the address into that file")
        }
        return member.name == "webhook" ? .webhook(value, line: member.line) : .webhookFile(value, line: member.line)
    }

    private func application(_ member: SettingsText.Member) throws(HostFailure) -> ApplicationSettings {
        var values: [String: String] = [:]
        let known = ["client_id", "client_secret_file", "tokens_file", "server"]
        for inner in try text.members(of: member.value, in: "application", known: known) {
            values[inner.name] = try text.text(inner)
        }
        guard let id = values["client_id"], let secret = values["client_secret_file"],
            let tokens = values["tokens_file"]
        else {
            throw text.wrong(
                line: member.line, "application needs client_id, client_secret_file and tokens_file")
        }
        // The client's secret goes there.
        if let server = values["server"], !server.hasPrefix("https://"), !server.hasPrefix("http://") {
            throw text.wrong(
                line: member.line, "the server of an application must be an address that begins with https://")
        }
        return ApplicationSettings(clientID: id, secretFile: secret, tokensFile: tokens, server: values["server"])
    }

    /// A plan's name, or figures of one's own.
    private func limits(_ member: SettingsText.Member) throws(HostFailure) -> PortalLimits {
        if case .mapping = member.value {
            var limits = PortalLimits.standard
            let known = ["rate", "capacity", "operating", "concurrency"]
            for inner in try text.members(of: member.value, in: "limits", known: known) {
                switch inner.name {
                case "rate": limits.rate = max(0.01, try text.number(inner, from: 0))
                case "capacity": limits.capacity = try text.number(inner, from: 2)
                case "operating": limits.operating = try text.number(inner, from: 1)
                default: limits.concurrency = Int(try text.number(inner, from: 1, to: 100))
                }
            }
            return limits
        }
        let name = try text.text(member)
        guard let limits = PortalLimits.named[name] else {
            throw text.wrong(
                line: member.line,
                "limits is \(name.quoted); write standard, enterprise, off, or figures { rate: 2, capacity: 50 }")
        }
        return limits
    }
}
