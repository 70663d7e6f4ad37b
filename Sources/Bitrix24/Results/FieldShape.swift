import JSON

/// What the values of documented types become.
enum FieldShape {
    /// Structures within structures are not followed further.
    private static let deepest = 3

    /// The shape of a documented type.
    ///
    /// - Parameter seen: what an example of the documentation shows, if that is another kind of value.
    static func shape(_ type: ValueType, seen: ValueType.Kind? = nil, depth: Int = 0) -> JSONShape {
        let kinds = Set(type.alternatives.map { $0.isList ? .array : $0.kind })
        guard let first = type.alternatives.first, kinds.count == 1, kinds.first != .any else { return .any }
        // Where documentation and example disagree on what holds what, nobody knows.
        if let seen, seen != .string, kinds != [seen] { return first.name == "crm_multifield" ? multifield : .any }
        let shape = type.alternatives.count == 1 ? element(first, depth: depth) : scalar(first.kind)
        return first.isList ? .list(shape) : shape
    }

    private static func element(_ type: ValueType.Alternative, depth: Int) -> JSONShape {
        switch type.kind {
        case .array: return .list(.any)
        case .object, .file:
            if type.name == "crm_multifield" { return type.isList ? multifieldEntry : multifield }
            guard depth < deepest, let entity = Catalogue.entity("type:\(type.name)") else {
                return type.kind == .file ? .any : .object
            }
            return record(entity.fields.map { ($0.name, shape($0.type, depth: depth + 1)) })
        default: return scalar(type.kind)
        }
    }

    private static func scalar(_ kind: ValueType.Kind) -> JSONShape {
        switch kind {
        case .integer: .integer
        case .number: .number
        case .boolean: .flag
        case .char: .letterFlag
        default: .any
        }
    }

    /// The shape of a field that a portal describes itself.
    static func shape(_ field: PortalDescription.Field) -> JSONShape {
        if field.type == "crm_multifield" { return multifield }
        let shape =
            switch field.type {
            // The items of a list and people are told by their numbers.
            case "enumeration", "employee": JSONShape.integer
            case let type: element(ValueType.Alternative(Substring(type)), depth: deepest)
            }
        return field.isMultiple ? .list(shape) : shape
    }

    /// Phone numbers, addresses: a list of values of which each has a number of its own.
    private static let multifield = JSONShape.list(multifieldEntry)
    private static let multifieldEntry = JSONShape.record([("ID", .integer), ("id", .integer)])

    /// A record of fields; a name that ends in `*` is the beginning of names.
    static func record(_ fields: [(name: String, shape: JSONShape)]) -> JSONShape {
        let prefixes = fields.filter { $0.name.hasSuffix("*") }.map {
            (prefix: String($0.name.dropLast()), shape: $0.shape)
        }
        let shape = JSONShape.record(fields.filter { !$0.name.hasSuffix("*") }, prefixes: prefixes)
        return shape.isAny ? .object : shape
    }
}
