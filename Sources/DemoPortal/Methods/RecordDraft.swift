/// A record while a method makes or changes it.
struct RecordDraft {
    let family: Family
    let schema: Schema
    private(set) var values: [FieldValue]
    private let before: [FieldValue]?

    /// A change of a record, or a new one.
    ///
    /// - Parameter schema: the fields as they are now; nil where nobody changes them
    init(_ family: Family, schema: Schema? = nil, changing values: [FieldValue]? = nil) {
        self.family = family
        self.schema = schema ?? family.schema
        before = values
        self.values = values ?? RecordDraft.blank(self.schema)
    }

    private static func blank(_ schema: Schema) -> [FieldValue] {
        schema.fields.map { field in
            switch field.kind {
            case .flag: .flag(false)
            case .money: .number(0)
            default: .empty
            }
        }
    }

    var isNew: Bool { before == nil }

    subscript(name: String) -> FieldValue {
        get { schema.column(name).map { values[$0] } ?? .empty }
        set { if let column = schema.column(name) { values[column] = newValue } }
    }

    /// What the field held before the change.
    func old(_ name: String) -> FieldValue {
        guard let before, let column = schema.column(name) else { return .empty }
        return before[column]
    }

    /// Sets a field that holds nothing yet.
    mutating func fill(_ name: String, _ value: FieldValue) {
        if self[name].isEmpty { self[name] = value }
    }

    /// Takes over the fields of a request. Fields that nobody knows or may write are passed over, as the portal does.
    mutating func take(
        _ fields: Parameter, dialect: Dialect, state: inout PortalState,
        refusal: (Field) -> RESTError
    ) throws(RESTError) {
        for (name, parameter) in fields.members ?? [] {
            let found =
                dialect == .task ? schema.column(name) ?? schema.itemColumn(name) : dialect.column(name, in: schema)
            guard let column = found else { continue }
            let field = schema.fields[column]
            if field.isReadOnly || (field.traits.contains(.immutable) && !isNew && dialect == .classic) { continue }
            if field.kind == .multifield {
                let writer = FieldWriter(field: field, zone: state.zone)
                values[column] = writer.multifields(
                    parameter, current: values[column], nextID: &state.nextMultifieldID)
            } else if field.kind == .file {
                let writer = FieldWriter(field: field, zone: state.zone)
                values[column] = writer.files(parameter, current: values[column], nextID: &state.nextFileID)
            } else if let value = FieldWriter(field: field, zone: state.zone).value(parameter) {
                values[column] = value
            } else {
                throw refusal(field)
            }
        }
        if dialect == .item { takeMultifields(fields, state: &state) }
    }

    /// The new methods take phones and addresses together, each with its kind.
    private mutating func takeMultifields(_ fields: Parameter, state: inout PortalState) {
        guard case .map(let map) = fields, let entries = map["fm"]?.elements else { return }
        for name in ["PHONE", "EMAIL"] {
            guard let column = schema.column(name) else { continue }
            let own = entries.filter { entry in
                if case .map(let map) = entry { map.anyCase("typeId")?.text == name } else { false }
            }
            let renamed = own.map { entry -> Parameter in
                guard case .map(let map) = entry else { return entry }
                return .map(
                    ParameterMap(
                        zip(map.names, map.values).map { ($0 == "valueType" ? "VALUE_TYPE" : $0.uppercased(), $1) }))
            }
            values[column] = FieldWriter(field: schema.fields[column], zone: state.zone).multifields(
                .list(renamed), current: values[column], nextID: &state.nextMultifieldID)
        }
    }
}
