/// The names of fields that a method may be given.
struct FieldNames: Sendable {
    /// All that are known.
    private(set) var names: Set<String> = []
    private var prefixes: [String] = ["UF_", "ufCrm", "PARENT_ID_", "parentId", "PROPERTY_", "property", "RQ_"]
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
        add(entity.fields.flatMap { [$0.code, $0.upperName].compactMap { $0 } })
        isWhole = true
    }

    /// Whether there is such a field, as far as is known.
    func contain(_ name: some StringProtocol) -> Bool {
        // `responsible.name` is a field of what the field stands for.
        let name = name.prefix { $0 != "." && $0 != ":" }
        if names.contains(String(name)) || name == "*" || name.hasSuffix("*") || name.isEmpty { return true }
        return !isMissing(name) && prefixes.contains { name.hasPrefix($0) }
    }

    /// Whether it must be among the portal's own fields, and isn't. Of other fields the portal doesn't tell all: some
    /// are only for filters, or only for writing.
    func isMissing(_ name: some StringProtocol) -> Bool {
        isWhole && (name.hasPrefix("UF_CRM_") || name.hasPrefix("ufCrm")) && !names.contains(String(name))
    }

    /// The name that was meant.
    func meant(_ wrong: some StringProtocol) -> String? { Misspelling.meant(String(wrong), among: names.sorted()) }
}
