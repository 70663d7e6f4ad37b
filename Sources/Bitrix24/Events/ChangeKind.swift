/// What happened to an entity.
public enum ChangeKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is new.
    case added
    /// It is there as before, with something changed.
    case updated
    /// It is gone.
    case deleted
    /// Something else, or it isn't told which of them.
    case other

    /// What a method does, by the last word of its name, such as `crm.deal.update`.
    public init(method: String) {
        switch method.split(separator: ".").last?.lowercased() ?? "" {
        case "add", "create", "import": self = .added
        case "update", "set", "edit", "modify": self = .updated
        case "delete", "remove": self = .deleted
        default: self = .other
        }
    }

    /// Whether an event of this kind may come from a change of another kind.
    ///
    /// What is added is often updated at once by the portal's own rules, and what isn't told fits everything.
    public func fits(_ write: ChangeKind) -> Bool {
        switch (self, write) {
        case (.other, _), (_, .other), (.updated, .added): true
        default: self == write
        }
    }
}
