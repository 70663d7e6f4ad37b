import Spelling

/// Whether the credential may call a method, as far as the portal has told.
public struct CredentialCheck: Sendable {
    /// The credential's scopes; nil if they aren't known.
    let scopes: Set<String>?
    /// The portal's methods in small letters; nil if they aren't known.
    let methods: Set<String>?
    /// Whether it is an application's.
    let isApplication: Bool

    /// What speaks against calling a documented method.
    func findings(_ facts: MethodFacts) -> [CallFinding] {
        if facts.needsApplication, !isApplication {
            let hint = "a webhook can't; use the credential of an application"
            return [finding(.application, facts.name, "only an application may call it", hint)]
        }
        guard let scopes, let first = facts.scopes.first, !facts.scopes.contains("basic"),
            !Self.grants(scopes, facts.scopes)
        else { return [] }
        let who = isApplication ? "application" : "webhook"
        let wanted = facts.scopes.count == 1 ? "the right '\(first)'" : "one of the rights \(list(facts.scopes))"
        return [
            finding(
                .scope, facts.name, "the \(who) lacks \(wanted)",
                "give it to the \(who) in Bitrix24, then run `lunokhod types`")
        ]
    }

    /// Whether one of the wanted scopes is given. Portals name that of tasks in two ways.
    public static func grants(_ scopes: Set<String>, _ wanted: [String]) -> Bool {
        let tasks: Set = ["task", "tasks"]
        return !scopes.isDisjoint(with: wanted)
            || (!tasks.isDisjoint(with: wanted) && !tasks.isDisjoint(with: scopes))
    }

    private func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

    /// What speaks against a method that isn't documented: the portal may have it all the same.
    func unknown(_ call: PortalCall) -> CallFinding? {
        let method = call.method
        if let methods, methods.contains(method.lowercased()) { return nil }
        let names = Catalogue.names(version: call.version)
        guard methods == nil else {
            let near = NearestName(among: names).nearest(to: method)
            return finding(.method, method, "the portal has no such method", near.map { "did you mean '\($0)'?" })
        }
        if let meant = Misspelling.meant(method, among: names), hasStrangeWord(method, names) {
            return finding(.method, method, "there is no such method", "did you mean '\(meant)'?")
        }
        return CallFinding(
            kind: .method, method: method, message: "the method isn't documented, so nothing of the call is checked",
            hint: nil, isCertain: false)
    }

    /// Whether a word of the name is in no documented name: then it is a slip, and else perhaps an undocumented method.
    private func hasStrangeWord(_ method: String, _ names: [String]) -> Bool {
        let known = Set(names.flatMap { $0.lowercased().split(separator: ".") })
        return method.lowercased().split(separator: ".", omittingEmptySubsequences: false).contains {
            !known.contains($0)
        }
    }

    private func finding(
        _ kind: CallFinding.Kind, _ method: String, _ message: String, _ hint: String?
    ) -> CallFinding {
        CallFinding(kind: kind, method: method, message: message, hint: hint, isCertain: true)
    }
}
