import JSON
import Scripting
import Spelling
import Yams

/// Reads what the settings say of `lunokhod serve` and of a portal's events.
struct ServeSettingsReader {
    let text: SettingsText

    private static let known = [
        "listen", "operations", "tls", "behind_proxy", "ledger", "key_file", "workers", "stop_within", "keep", "loops",
    ]

    private static let knownOfEvents = ["token_file", "pull", "every", "address"]

    func read(_ node: Node) throws(HostFailure) -> ServeSettings {
        var serve = ServeSettings()
        for member in try text.members(of: node, in: "serve", known: Self.known) {
            switch member.name {
            case "listen": serve.listen = try place(member)
            case "operations": serve.operations = try place(member)
            case "tls": serve.certificate = try certificate(member)
            case "behind_proxy": serve.isBehindProxy = try text.flag(member)
            case "ledger": serve.ledger = try text.text(member)
            case "key_file": serve.keyFile = try text.text(member)
            case "workers": serve.workers = Int(try text.number(member, from: 1, to: 1_000))
            case "stop_within": serve.stopWithin = try text.seconds(member)
            case "keep": serve.keep = try keeping(member)
            default: try setLoops(member, in: &serve)
            }
        }
        return serve
    }

    /// What is said of a portal's events.
    func events(_ member: SettingsText.Member) throws(HostFailure) -> EventSettings {
        var events = EventSettings()
        for inner in try text.members(of: member.value, in: "events", known: Self.knownOfEvents) {
            switch inner.name {
            case "address": events.address = try address(inner)
            case "token_file": events.tokenFile = try text.text(inner)
            case "every": events.every = try text.seconds(inner, atLeast: 5)
            default:
                let word = try text.text(inner)
                guard let pull = EventSettings.Pull(rawValue: word) else {
                    let words = EventSettings.Pull.allCases.map(\.rawValue)
                    throw text.wrong(
                        line: inner.line,
                        "pull is \(word.quoted)\(NearestName(among: words).hint(for: word)); write poll, offline or none"
                    )
                }
                events.pull = pull
            }
        }
        return events
    }

    private func address(_ member: SettingsText.Member) throws(HostFailure) -> String {
        let word = try text.text(member)
        guard word.hasPrefix("https://") || word.hasPrefix("http://"), word.contains("/events/") else {
            throw text.wrong(
                line: member.line,
                "address must be where the portal reaches this program, such as https://your.host/events/main")
        }
        return word
    }

    /// `127.0.0.1:8080`, `8080` for this machine only, `[::]:443`, or `off`.
    private func place(_ member: SettingsText.Member) throws(HostFailure) -> ServeSettings.Place? {
        guard let place = ServeSettings.Place.read(try text.text(member)) else {
            throw text.wrong(
                line: member.line, "\(member.name) must be HOST:PORT such as 127.0.0.1:8080, a port, or off")
        }
        return place
    }

    private func certificate(_ member: SettingsText.Member) throws(HostFailure) -> ServeSettings.Certificate {
        var files: [String: String] = [:]
        for inner in try text.members(of: member.value, in: "tls", known: ["certificate", "key"]) {
            files[inner.name] = try text.text(inner)
        }
        guard let chain = files["certificate"], let key = files["key"] else {
            throw text.wrong(line: member.line, "tls needs two files, certificate and key, in PEM")
        }
        return ServeSettings.Certificate(chain: chain, key: key)
    }

    private func keeping(_ member: SettingsText.Member) throws(HostFailure) -> ServeSettings.Keeping {
        var keep = ServeSettings.Keeping()
        for inner in try text.members(of: member.value, in: "keep", known: ["events", "runs", "failures"]) {
            let days = try text.seconds(inner) / 86_400
            guard days >= 1 else {
                throw text.wrong(
                    line: inner.line,
                    "\(inner.name) must be 1d or more, such as 90d, as whole days are kept; a number alone is seconds")
            }
            switch inner.name {
            case "events": keep.events = days
            case "runs": keep.runs = days
            default: keep.failures = days
            }
        }
        return keep
    }

    private func setLoops(_ member: SettingsText.Member, in serve: inout ServeSettings) throws(HostFailure) {
        for inner in try text.members(of: member.value, in: "loops", known: ["depth", "per_minute"]) {
            let number = Int(try text.number(inner, from: 1, to: 1_000))
            if inner.name == "depth" { serve.deepestChain = number } else { serve.runsPerMinute = number }
        }
    }
}

extension SettingsText {
    /// A length of time: a number of seconds, or text such as `30s`, `15m`, `2h`, `90d`.
    func seconds(_ member: Member, atLeast least: Double = 1) throws(HostFailure) -> Double {
        let word = try text(member)
        let value = Double(word) ?? JSONValue.string(word).seconds
        guard let value, value >= least, value <= 3_650 * 86_400 else {
            throw wrong(
                line: member.line,
                "\(member.name) must be a length of time such as 30s, 15m, 2h or 90d"
                    + (least > 1 ? ", \(Int(least)) s or more" : ""))
        }
        return value
    }
}
