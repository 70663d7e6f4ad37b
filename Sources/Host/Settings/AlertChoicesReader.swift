import Alerts
import Spelling
import Yams

/// Reads what the settings say of alerts.
struct AlertChoicesReader {
    let text: SettingsText

    private static let known = [
        "portal", "chat", "user", "mail", "webhook_file", "command", "heartbeat", "reminder", "only",
    ]

    func read(_ node: Node, line: Int) throws(HostFailure) -> AlertChoices {
        var choices = AlertChoices()
        choices.line = line
        var only: SettingsText.Member?
        for member in try text.members(of: node, in: "alerts", known: Self.known) {
            switch member.name {
            case "portal": (choices.portal, choices.portalLine) = (try text.text(member), member.line)
            case "chat": choices.chat = try text.text(member)
            case "user": choices.user = Int(try text.number(member, from: 1, to: 1_000_000_000))
            case "mail": choices.mail = try mail(member)
            case "webhook_file": choices.hookFile = try file(member)
            case "command": choices.command = try text.texts(member)
            case "heartbeat": try setHeartbeat(member, in: &choices)
            case "reminder":
                let never = ["never", "no", "off", "false"].contains(try text.text(member).lowercased())
                choices.reminder = never ? nil : try text.seconds(member, atLeast: 60)
            default: only = member
            }
        }
        // Last, as it is about the ways that the others name.
        if let only { choices.only = try routes(only, among: choices) }
        return choices
    }

    private func file(_ member: SettingsText.Member) throws(HostFailure) -> String {
        let value = try text.text(member)
        guard !value.isAddress else {
            throw text.wrong(
                line: member.line,
                "\(member.name) must be the name of a file, not an address; put the address into that file")
        }
        return value
    }

    private func mail(_ member: SettingsText.Member) throws(HostFailure) -> AlertChoices.Mail {
        var mail = AlertChoices.Mail()
        let known = ["server", "port", "protection", "user", "password_file", "from", "to"]
        for inner in try text.members(of: member.value, in: "mail", known: known) {
            switch inner.name {
            case "server": mail.server = try text.text(inner)
            case "port": mail.port = Int(try text.number(inner, from: 1, to: 65_535))
            case "protection": mail.protection = try text.text(inner)
            case "user": mail.user = try text.text(inner)
            case "password_file": mail.passwordFile = try text.text(inner)
            case "from": mail.from = try text.text(inner)
            default: mail.to = try text.texts(inner)
            }
        }
        return mail
    }

    private func setHeartbeat(_ member: SettingsText.Member, in choices: inout AlertChoices) throws(HostFailure) {
        for inner in try text.members(of: member.value, in: "heartbeat", known: ["url_file", "every"]) {
            if inner.name == "every" {
                choices.heartbeatEvery = try text.seconds(inner, atLeast: 10)
            } else {
                choices.heartbeatFile = try file(inner)
            }
        }
        guard choices.heartbeatFile != nil else {
            throw text.wrong(
                line: member.line, "heartbeat needs url_file, the name of a file with the address that is called")
        }
    }

    private func routes(
        _ member: SettingsText.Member, among choices: AlertChoices
    ) throws(HostFailure) -> [AlertRoute.Channel: Set<AlertKind>] {
        var routes: [AlertRoute.Channel: Set<AlertKind>] = [:]
        let words = AlertRoute.Channel.allCases.map(\.rawValue)
        // It was called so at first.
        let isOld = { (name: String) in name == "hook" }
        let known = member.value.mapping?.keys.contains { isOld($0.string ?? "") } == true ? words + ["hook"] : words
        for inner in try text.members(of: member.value, in: "only", known: known) {
            guard let way = isOld(inner.name) ? .webhook : AlertRoute.Channel(rawValue: inner.name) else { continue }
            let setting = choices.setting(of: way)
            guard setting.isThere else { throw missing(setting.name, for: inner, among: choices) }
            guard routes.updateValue(try kinds(inner), forKey: way) == nil else {
                throw text.wrong(line: inner.line, "webhook and hook are the same in only; leave one of them")
            }
        }
        return routes
    }

    private func missing(
        _ setting: String, for member: SettingsText.Member, among choices: AlertChoices
    ) -> HostFailure {
        let there = AlertRoute.Channel.allCases.filter { choices.setting(of: $0).isThere }.map(\.rawValue)
        let hint = NearestName(among: there).hint(for: member.name)
        return text.wrong(
            line: member.line,
            "only says what \(member.name) tells, but alerts has no \(setting)"
                + (hint.isEmpty ? "; add it, or leave \(member.name) out of only" : hint))
    }

    private func kinds(_ member: SettingsText.Member) throws(HostFailure) -> Set<AlertKind> {
        let known = AlertKind.allCases.map(\.rawValue)
        var kinds: Set<AlertKind> = []
        for word in try text.texts(member) {
            guard let kind = AlertKind(rawValue: word) else {
                let hint = NearestName(among: known).hint(for: word)
                throw text.wrong(
                    line: member.line,
                    "there is no kind of alert \(word.quoted)"
                        + (hint.isEmpty ? "; there are \(known.joined(separator: ", "))" : hint))
            }
            kinds.insert(kind)
        }
        return kinds
    }
}

extension SettingsText {
    /// A list of texts, or a single one.
    func texts(_ member: Member) throws(HostFailure) -> [String] {
        guard case .sequence(let sequence) = member.value else { return [try text(member)] }
        let texts = sequence.compactMap { $0.scalar?.string }
        guard !texts.isEmpty, texts.count == sequence.count else {
            throw wrong(line: member.line, "\(member.name) must be a list such as [one, two]")
        }
        return texts
    }
}
