import CSV
import Reports
import Spelling
import Yams

/// Reads `lunokhod.yaml`. Every mistake is one sentence with the file's name, the line and what to write instead.
struct SettingsReader {
    let path: String
    private var settings = Settings()
    private var portalLine = 1

    init(path: String) { self.path = path }

    /// Reads a text. The text may hold a webhook, so none of it is ever shown.
    mutating func read(_ text: String) throws(HostFailure) -> Settings {
        settings.path = path
        guard let root = try parse(text) else { return settings }
        for (name, value, line) in try members(of: root, in: "the settings", known: Self.known) {
            try set(name, value, line: line)
        }
        if let portal = settings.portal, settings.portals[portal] == nil {
            throw wrong(
                line: portalLine, "portal names \(portal.quoted), which portals doesn't have\(hint(portal))")
        }
        return settings
    }

    private static let known = ["portals", "portal", "zone", "locale", "currency", "out", "csv"]

    private func hint(_ portal: String) -> String {
        NearestName(among: settings.portals.keys.sorted()).hint(for: portal)
    }

    private func parse(_ text: String) throws(HostFailure) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
            let YamlError.composer(_, problem, mark, _)
        {
            throw wrong(line: mark.line, "this is not YAML: \(problem); mind the indentation and the colons")
        } catch let YamlError.duplicatedKeysInMapping(names, context) {
            throw wrong(
                line: context.mark.line, "there is \((names.first ?? "").quoted) twice here; leave one of them")
        } catch {
            throw wrong(line: 1, "this is not YAML; write settings as `name: value`, one a line")
        }
    }

    private mutating func set(_ name: String, _ value: Node, line: Int) throws(HostFailure) {
        switch name {
        case "portals":
            for (portal, node, line) in try members(of: value, in: "portals", known: nil) {
                guard !portal.isAddress else {
                    throw wrong(line: line, "a portal needs a name such as main; its address goes below, as webhook")
                }
                settings.portals[portal] = try webhook(of: portal, node, line: line)
            }
        case "portal":
            settings.portal = try text(value, name, line)
            portalLine = line
        case "zone": settings.zone = try text(value, name, line)
        case "currency": settings.currency = try text(value, name, line)
        case "out": settings.out = try text(value, name, line)
        case "locale":
            let text = try text(value, name, line)
            guard let locale = ReportLocale(identifier: text) else {
                throw wrong(line: line, "locale is \(text.quoted); write ru or en")
            }
            settings.locale = locale
        default: try setCSV(value)
        }
    }

    private func webhook(of portal: String, _ node: Node, line: Int) throws(HostFailure) -> Settings.WebhookPlace {
        let entries = try members(of: node, in: "portal '\(portal)'", known: ["webhook", "webhook_file"])
        guard let (name, value, line) = entries.first, entries.count == 1 else {
            throw wrong(
                line: line, "portal '\(portal)' needs one of webhook_file (a file's name) and webhook (an address)")
        }
        let text = try text(value, name, line)
        guard name == "webhook" || !text.isAddress else {
            throw wrong(
                line: line,
                "webhook_file must be the name of a file, not an address; put the address into that file")
        }
        return name == "webhook" ? .inline(text, line: line) : .file(text, line: line)
    }

    private mutating func setCSV(_ node: Node) throws(HostFailure) {
        let known = ["delimiter", "decimal", "bom", "line_ending", "totals"]
        for (name, value, line) in try members(of: node, in: "csv", known: known) {
            let wanted: String
            let text = try text(value, name, line)
            switch name {
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
                let flag = value.bool
                wanted = flag == nil ? "true or false" : ""
                if name == "bom" { settings.csv.bom = flag } else { settings.csv.totals = flag }
            }
            guard wanted.isEmpty else { throw wrong(line: line, "csv.\(name) must be \(wanted)") }
        }
    }

    private typealias Member = (name: String, value: Node, line: Int)

    private func members(of node: Node, in place: String, known: [String]?) throws(HostFailure) -> [Member] {
        guard case .mapping(let mapping) = node else {
            throw wrong(line: node.mark?.line ?? 1, "\(place) must be a list of `name: value` lines")
        }
        var members: [Member] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            let name = key.string ?? ""
            if let known, !known.contains(name) {
                let nearest = NearestName(among: known).hint(for: name)
                let there = nearest.isEmpty ? "; there are \(known.joined(separator: ", "))" : nearest
                throw wrong(line: line, "there is no \(name.quoted) in \(place)\(there)")
            }
            members.append((name, value, line))
        }
        return members
    }

    private func text(_ node: Node, _ name: String, _ line: Int) throws(HostFailure) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw wrong(line: line, "\(name) needs a value")
        }
        return text
    }

    private func wrong(line: Int, _ what: String) -> HostFailure {
        HostFailure("\(path):\(line): \(what)", exit: .usage)
    }
}

extension String {
    /// Whether this is an address instead of a name: it may be a webhook's then, and is not to be shown.
    var isAddress: Bool { contains("://") || contains("/rest/") }

    /// The text as a sentence shows it: between quotation marks, a long one shortened, an address left out.
    var quoted: String { isAddress ? "an address" : "'\(prefix(40))'" }
}
