import Bitrix24

/// A method's name as somebody types it: `crm.deal.list`, `b24.crm.deal.list`, `b24.v3.tasks.task.get`,
/// `tasks.task.get@3`, `v3 tasks.task.get`.
public struct MethodName: Hashable, Sendable {
    /// The name without anything around it.
    public let name: String
    /// The version that is asked for; nil if none is.
    public let version: RESTVersion?

    /// Reads what was typed.
    public init(_ text: String) {
        var rest = Substring(text.lowercased()).drop { $0 == " " }
        var version: RESTVersion?
        if let space = rest.firstIndex(of: " "), rest[..<space] == "v3" {
            version = .three
            rest = rest[space...].drop { $0 == " " }
        }
        if rest.hasPrefix("b24.") { rest = rest.dropFirst(4) }
        if rest.hasPrefix("v3.") {
            version = .three
            rest = rest.dropFirst(3)
        }
        if rest.hasSuffix("@3") || rest.hasSuffix("@2") {
            version = rest.hasSuffix("@3") ? .three : .two
            rest = rest.dropLast(2)
        }
        name = String(rest)
        self.version = version
    }

    /// The documented facts of the version that is asked for; of the second, if it has the method, else of the third.
    public func facts() -> MethodFacts? {
        if let version { return Catalogue.method(name, version: version) }
        return Catalogue.method(name) ?? Catalogue.method(name, version: .three)
    }
}
