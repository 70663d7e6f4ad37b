/// The names of fields that a method may be given.
struct FieldNames: Sendable {
    /// All that are known.
    private(set) var names: Set<String> = []
    private var prefixes: [String] = ["UF_", "ufCrm", "PARENT_ID_", "parentId", "PROPERTY_", "RQ_"]
    /// Whether the portal itself has told them all.
    private(set) var isWhole = false

    /// Adds some; one that ends in `*` stands for all names that begin so.
    mutating func add(_ more: some Sequence<String>) {
        for name in more where !name.hasPrefix("<") {
            if name.hasSuffix("*") { prefixes.append(String(name.dropLast())) } else { names.insert(name) }
        }
    }

    /// Adds the fields that a portal says it has: then a custom field that isn't among them is not there.
    mutating func add(_ entity: PortalDescription.Entity) {
        add(entity.fields.map(\.code))
        isWhole = true
    }

    /// Whether there is such a field, as far as is known.
    func contain(_ name: some StringProtocol) -> Bool {
        // `responsible.name` is a field of what the field stands for.
        let name = name.prefix { $0 != "." && $0 != ":" }
        if names.contains(String(name)) || name == "*" || name.hasSuffix("*") || name.isEmpty { return true }
        return !(isWhole && isCustom(name)) && prefixes.contains { name.hasPrefix($0) }
    }

    private func isCustom(_ name: some StringProtocol) -> Bool { name.hasPrefix("UF_CRM") || name.hasPrefix("ufCrm") }

    /// The name that was meant.
    func meant(_ wrong: some StringProtocol) -> String? { Misspelling.meant(String(wrong), among: names.sorted()) }
}
