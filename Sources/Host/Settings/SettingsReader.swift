import Bitrix24
import CSV
import Reports
import Spelling
import Yams

/// Reads `lunokhod.yaml`. Every mistake is one sentence with the file's name, the line and what to write instead.
struct SettingsReader {
    private let file: SettingsText
    private var settings = Settings()
    private var portalLine = 1

    init(path: String) { file = SettingsText(path: path) }

    /// Reads a text. The text may hold a webhook, so none of it is ever shown.
    mutating func read(_ text: String) throws(HostFailure) -> Settings {
        settings.path = file.path
        guard let root = try file.parse(text) else { return settings }
        for member in try file.members(of: root, in: "the settings", known: Self.known) { try set(member) }
        if let portal = settings.portal, settings.portals[portal] == nil {
            throw file.wrong(
                line: portalLine, "portal names \(portal.quoted), which portals doesn't have\(hint(portal))")
        }
        return settings
    }

    private static let known = [
        "portals", "portal", "zone", "locale", "currency", "out", "csv", "strict", "serve", "alerts", "calendar",
    ]

    private func hint(_ portal: String) -> String {
        NearestName(among: settings.portals.keys.sorted()).hint(for: portal)
    }

    private mutating func set(_ member: SettingsText.Member) throws(HostFailure) {
        switch member.name {
        case "portals": try setPortals(member.value)
        case "portal":
            settings.portal = try file.text(member)
            portalLine = member.line
        case "zone": settings.zone = try file.text(member)
        case "strict": settings.checks = try file.flag(member) ? .strict : .lenient
        case "alerts": settings.alerts = try AlertChoicesReader(text: file).read(member.value, line: member.line)
        case "calendar":
            settings.calendar = try CalendarSettingsReader(text: file).read(member.value, line: member.line)
        case "serve": settings.serve = try ServeSettingsReader(text: file).read(member.value)
        case "currency": settings.currency = try file.text(member)
        case "out": settings.out = try file.text(member)
        case "locale":
            let text = try file.text(member)
            guard let locale = ReportLocale(identifier: text) else {
                throw file.wrong(line: member.line, "locale is \(text.quoted); write ru or en")
            }
            settings.locale = locale
        default: try setCSV(member.value)
        }
    }

    private mutating func setPortals(_ node: Node) throws(HostFailure) {
        for (portal, node, line) in try file.members(of: node, in: "portals", known: nil) {
            guard !portal.isAddress else {
                throw file.wrong(
                    line: line, "a portal needs a name such as main; its address goes below, as webhook")
            }
            settings.portals[portal] = try PortalSettingsReader(text: file, portal: portal).read(node, line: line)
        }
    }

    private mutating func setCSV(_ node: Node) throws(HostFailure) {
        let known = ["delimiter", "decimal", "bom", "line_ending", "totals"]
        for member in try file.members(of: node, in: "csv", known: known) {
            let wanted: String
            let text = try file.text(member)
            switch member.name {
            case "delimiter":
                let sign = text == "tab" ? "\t" : text
                settings.csv.delimiter = sign.count == 1 ? sign.first.flatMap(CSVOptions.Delimiter.init) : nil
                wanted = settings.csv.delimiter == nil ? "\";\", \",\" or tab" : ""
            case "decimal":
                wanted = [",", "."].contains(text) ? "" : "\",\" or \".\""
                settings.csv.decimalComma = text == ","
            case "line_ending":
                wanted = ["crlf", "lf"].contains(text.lowercased()) ? "" : "crlf or lf"
                settings.csv.lineEnding = text.lowercased() == "lf" ? .lf : .crlf
            default:
                let flag = member.value.bool
                wanted = flag == nil ? "true or false" : ""
                if member.name == "bom" { settings.csv.bom = flag } else { settings.csv.totals = flag }
            }
            guard wanted.isEmpty else { throw file.wrong(line: member.line, "csv.\(member.name) must be \(wanted)") }
        }
    }
}
