import Bitrix24
import Reference

/// All that is known of one method, for a person.
struct MethodPage {
    let method: MethodFacts
    /// Whether the webhook may call it.
    let standing: MethodStanding
    let paper: Paper
    let language: Title.Language
    /// Whether long lists of fields are shown to their ends.
    let showsAll: Bool

    /// The page's lines.
    var lines: [String] {
        var lines = [paper.styled(method.key, .bold), method.title.both(first: language), ""]
        for (label, text) in facts { lines += fact(label, text) }
        lines += ["", heading("Parameters")] + parameters
        lines += ["", heading("Result")] + result
        lines += ["", heading("Example")]
        lines += LuaExample(of: method).code.split(separator: "\n", omittingEmptySubsequences: false).map {
            "  " + paper.styled(String($0), .cyan)
        }
        return lines
    }

    /// The columns for text.
    var width: Int { paper.width ?? 100 }

    func heading(_ text: String) -> String { paper.styled(text, .bold) }

    private func fact(_ label: String, _ text: String) -> [String] {
        let wrapped = TextFit.wrapped(text, to: max(20, width - 14))
        return wrapped.enumerated().map { index, line in
            let start = TextFit.padded(index == 0 ? label : "", to: 12)
            return "  \(index == 0 ? paper.styled(start, .dim) : start)\(line)"
        }
    }

    private var facts: [(String, String)] {
        var facts = [("kind", method.isWrite ? "writes: it changes something" : "reads")]
        if method.isDeprecated {
            let instead = method.replacement.map { "use \($0) instead" } ?? "no replacement is named"
            facts.append(("deprecated", instead))
        } else if let replacement = method.replacement {
            facts.append(("see also", replacement))
        }
        facts.append(("scope", scope))
        facts.append(("who", who))
        facts.append(("webhook", webhook))
        if let list = method.list { facts.append(("list", list.behaviour)) }
        if method.list != nil, method.name.hasPrefix("crm."), method.version == .two, method.isDeprecated == false {
            facts.append(("export", "lunokhod export \(method.name)"))
        }
        let events = method.events.map(\.code)
        if !events.isEmpty { facts.append(("events", events.joined(separator: ", "))) }
        if let sibling { facts.append(("also", sibling)) }
        facts.append(("docs", method.link))
        return facts
    }

    private var scope: String {
        guard !method.scopes.isEmpty else { return "none is needed" }
        let names = method.scopes.map { scope in
            ScopeTitle.of(scope).map { "\(scope) (\($0.text(language)))" } ?? scope
        }
        return names.joined(separator: " or ")
    }

    private var who: String {
        let application = method.needsApplication ? "; only applications, not webhooks" : ""
        switch method.access {
        case .any: return "every user" + application
        case .admin: return "administrators" + application
        case .other: return "users with the rights to what it is about" + application
        case nil: return "not documented" + application
        }
    }

    private var webhook: String {
        switch standing {
        case .callable: "may call it"
        case .absent: "can't call it: the portal doesn't have it for this webhook"
        case .outOfScope(let scopes):
            "can't call it: give the webhook the scope \(scopes.joined(separator: " or ")) in the portal"
        case .unknown where method.needsApplication: "can't call it: it is for applications"
        case .unknown: "not known: the portal wasn't asked what this webhook may call"
        }
    }

    /// The same method in the other REST API.
    private var sibling: String? {
        let other: RESTVersion = method.version == .two ? .three : .two
        guard Catalogue.method(method.name, version: other) != nil else { return nil }
        return other == .three
            ? "in REST 3.0: lunokhod methods \(method.name)@3" : "in REST 2: lunokhod methods \(method.name)@2"
    }
}
