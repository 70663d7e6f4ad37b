import Spelling

/// What the vendor documents of the portal's REST API.
///
/// It is read where it lies in the program: nothing is built at start.
public enum Catalogue {
    /// The documented facts of a method, or nil if it isn't documented. Names in capital and small letters are alike,
    /// as the portal has it.
    public static func method(_ name: String, version: RESTVersion = .two) -> MethodFacts? {
        record(of: name, version).map(MethodFacts.init)
    }

    /// Whether a method changes something; nil if it isn't documented.
    public static func isWrite(_ name: String, version: RESTVersion = .two) -> Bool? {
        record(of: name, version).map { $0.flag == UInt8(ascii: "w") }
    }

    /// All documented methods, by name.
    public static var methods: some Sequence<MethodFacts> {
        methodTables.lazy.flatMap { FactTable($0.table) }.map(MethodFacts.init)
    }

    /// The names of all documented methods of a version.
    public static func names(version: RESTVersion = .two) -> [String] {
        methodTables.flatMap { FactTable($0.table).map(\.name) }
            .filter { $0.hasSuffix("@3") == (version == .three) }
            .map { version == .three ? String($0.dropLast(2)) : $0 }
    }

    /// The documented name nearest to a wrong one.
    public static func nearest(to name: String, version: RESTVersion = .two) -> String? {
        NearestName(among: names(version: version)).nearest(to: name)
    }

    /// The documented facts of an entity by its key, such as `crm.deal` or `crm.item:2`.
    public static func entity(_ name: String) -> EntityFacts? {
        FactTable(entityTable).record(name).map(EntityFacts.init)
    }

    /// All documented entities, by key.
    public static var entities: some Sequence<EntityFacts> { FactTable(entityTable).lazy.map(EntityFacts.init) }

    /// The documented facts of an event by its code; capital and small letters are alike.
    public static func event(_ code: String) -> EventFacts? {
        FactTable(eventTable).record(code.uppercased()).map(EventFacts.init)
    }

    /// All documented events, by code.
    public static var events: some Sequence<EventFacts> { FactTable(eventTable).lazy.map(EventFacts.init) }

    /// How many bytes the facts take in the program.
    public static var byteCount: Int {
        (methodTables.map(\.table) + [entityTable, eventTable, typeTable]).reduce(0) { $0 + $1.utf8CodeUnitCount }
    }

    /// The address of a page of the vendor's documentation.
    static func link(to page: String) -> String { "https://apidocs.bitrix24.ru/api-reference/\(page).html" }

    /// What kind of value a documented type is.
    static func kind(of type: String) -> ValueType.Kind {
        if type == "char" { return .char }
        // Most types are named as their kinds are.
        if let kind = ValueType.Kind(rawValue: type) { return kind }
        let parts = FactTable(typeTable).record(type)?.head ?? []
        return parts.count > 1 ? ValueType.Kind(rawValue: parts[1]) ?? .any : .any
    }

    private static func record(of name: String, _ version: RESTVersion) -> FactRecord? {
        let wanted = version == .three ? name + "@3" : name
        if let table = table(of: name), let record = table.record(wanted) { return record }
        let small = wanted.lowercased()
        let family = small.prefix { $0 != "." }
        for entry in methodTables where "\(entry.family)".lowercased() == family {
            if let record = FactTable(entry.table).first(where: { $0.name.lowercased() == small }) { return record }
        }
        return nil
    }

    private static func table(of name: String) -> FactTable? {
        let family = name.prefix { $0 != "." }
        return methodTables.first { $0.family.matches(family) }.map { FactTable($0.table) }
    }
}

extension StaticString {
    fileprivate func matches(_ text: Substring) -> Bool {
        utf8CodeUnitCount == text.utf8.count
            && text.utf8.elementsEqual(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
    }
}
