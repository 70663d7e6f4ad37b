import JSON

/// What the values of documented types become.
enum FieldShape {
    /// Structures within structures are not followed further.
    private static let deepest = 3

    /// The shape of a documented field.
    static func shape(_ value: FieldValue, depth: Int = 0) -> JSONShape {
        let alternatives = value.type.alternatives
        guard let first = alternatives.first else { return .any }
        // Where documentation and example disagree on what holds what, nobody knows.
        if value.contradiction != nil { return first.name == "crm_multifield" ? multifield : .any }
        guard alternatives.count > 1 else { return shape(first, isMultiple: value.isMultiple, depth: depth) }
        let shape = scalar(Set(alternatives.map(\.kind)))
        let lists = alternatives.count { $0.isList || value.isMultiple }
        // A list takes a single value, too, if it is known what that is.
        return lists == alternatives.count || (lists > 0 && !shape.isAny) ? .list(shape) : shape
    }

    /// The shape of a documented type.
    static func shape(_ type: ValueType) -> JSONShape {
        guard let single = type.single else {
            let shape = scalar(Set(type.alternatives.map(\.kind)))
            return type.alternatives.contains { !$0.isList } ? shape : .list(shape)
        }
        return shape(single, isMultiple: false, depth: 0)
    }

    private static func shape(_ type: ValueType.Alternative, isMultiple: Bool, depth: Int) -> JSONShape {
        let isList = type.isList || (isMultiple && type.kind != .array)
        if type.kind == .any { return type.isList ? .list(.any) : .any }
        let shape = element(type, isList: isList, depth: depth)
        return isList ? .list(shape) : shape
    }

    private static func element(_ type: ValueType.Alternative, isList: Bool, depth: Int) -> JSONShape {
        switch type.kind {
        case .array: return .list(.any)
        case .object, .file:
            if type.name == "crm_multifield" { return isList ? multifieldEntry : multifield }
            guard depth < deepest, let entity = Catalogue.entity("type:\(type.name)") else {
                return type.kind == .file ? .any : .object
            }
            return record(entity.fields.map { ($0.name, shape(FieldValue($0), depth: depth + 1)) })
        default: return scalar(type.kind)
        }
    }

    /// What values of several kinds have in common.
    private static func scalar(_ kinds: Set<ValueType.Kind>) -> JSONShape {
        if kinds.count == 1, let kind = kinds.first { return scalar(kind) }
        if kinds == [.integer, .number] { return .number }
        return kinds == [.boolean, .char] ? .letterFlag : .any
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

    /// A field that a portal describes itself, by each of its names.
    static func members(_ field: PortalDescription.Field) -> [(name: String, shape: JSONShape)] {
        let shape = shape(field)
        return ([field.code] + (field.upperName.map { [$0] } ?? [])).map { ($0, shape) }
    }

    /// The shape of a field that a portal describes itself.
    static func shape(_ field: PortalDescription.Field) -> JSONShape {
        if field.type == "crm_multifield" { return multifield }
        let shape =
            switch field.type {
            // The items of a list and people are told by their numbers.
            case "enumeration", "employee": JSONShape.integer
            case let type: element(ValueType.Alternative(Substring(type)), isList: false, depth: deepest)
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
