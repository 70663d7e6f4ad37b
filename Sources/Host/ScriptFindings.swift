import Bitrix24
import Scripting
import Spelling

/// What a script needs of a portal.
struct ScriptNeeds: Hashable, Sendable {
    /// The script's file.
    let script: String
    /// The scopes that it says it works in.
    let scopes: [String]
    /// The methods by which it says it changes something.
    let writes: [String]
    /// The events that it is for.
    var events: [String] = []
}

/// What there is to say of a script that is to run on a portal.
struct ScriptFindings {
    let visit: PortalVisit
    let isApplication: Bool

    /// What is wrong with a script; one line that all is well otherwise.
    func findings(on needs: ScriptNeeds) -> [PortalFinding] {
        let found =
            needs.scopes.compactMap { scope(of: $0, in: needs.script) }
            + needs.writes.compactMap { write($0, in: needs) }
            + needs.events.compactMap { event(EventCode($0), in: needs.script) }
        guard found.isEmpty else { return found }
        let scopes =
            needs.scopes.isEmpty ? "limits itself to no scopes" : "needs \(needs.scopes.joined(separator: ", "))"
        return [PortalFinding(.ok, needs.script, scopes)]
    }

    private var kind: String { isApplication ? "application" : "webhook" }

    private func scope(of name: String, in script: String) -> PortalFinding? {
        guard let scopes = visit.scopes, !has(name, in: scopes) else { return nil }
        return PortalFinding(
            .problem, script, "needs the scope '\(name)', which the \(kind) doesn't have",
            advice: "add '\(name)' to the \(kind)'s rights in Bitrix24" + Self.spelling(name))
    }

    /// A misspelt scope is more likely than a missing right.
    private static func spelling(_ name: String) -> String {
        let known = Set(Catalogue.methods.flatMap(\.scopes))
        return known.contains(name) ? "" : NearestName(among: known.sorted()).hint(for: name)
    }

    private func event(_ code: EventCode, in script: String) -> PortalFinding? {
        guard let facts = code.facts else {
            return PortalFinding(
                .warning, script, "is for \(code.text), which is not a documented event",
                advice: "check its name in `on`\(code.hint)")
        }
        if facts.needsApplication, !isApplication {
            return PortalFinding(
                .warning, script, "is for \(code.text), which is told to applications only",
                advice: "use an application for this portal, or another event")
        }
        guard facts.isDeprecated else { return nil }
        return PortalFinding(
            .warning, script, "is for \(code.text), which the vendor advises against", advice: "look for a newer event")
    }

    private func write(_ method: String, in needs: ScriptNeeds) -> PortalFinding? {
        let script = needs.script
        guard let facts = Catalogue.method(method) ?? Catalogue.method(method, version: .three) else {
            if visit.methods?.contains(where: { $0.lowercased() == method.lowercased() }) == true { return nil }
            let hint = Catalogue.nearest(to: method).map { "did you mean '\($0)'?" }
            return PortalFinding(
                .warning, script, "writes by \(method), which is not a documented method",
                advice: hint ?? "check its name in `writes`")
        }
        if facts.needsApplication, !isApplication {
            return PortalFinding(
                .problem, script, "writes by \(facts.name), which only applications may call",
                advice: "use an application for this portal, or another method")
        }
        if let scopes = visit.scopes, let first = facts.scopes.first, !facts.scopes.contains("basic"),
            !facts.scopes.contains(where: { has($0, in: scopes) }),
            // It is told once.
            !needs.scopes.contains(where: facts.scopes.contains)
        {
            return PortalFinding(
                .problem, script, "writes by \(facts.name), which needs the scope '\(first)'",
                advice: "add '\(first)' to the \(kind)'s rights in Bitrix24")
        }
        if facts.isDeprecated {
            return PortalFinding(
                .warning, script, "writes by \(facts.name), which the vendor advises against",
                advice: facts.replacement.map { "use \($0)" })
        }
        return nil
    }

    private func has(_ scope: String, in scopes: [String]) -> Bool {
        scope == "basic" || CredentialCheck.grants(Set(scopes), [scope])
    }
}
