extension PortalState {
    /// The custom fields of an entity, by how they are sorted.
    func customFields(of family: Family) -> [CustomField] {
        self[family].schema.fields.compactMap(\.custom).sorted { ($0.sort, $0.id) < ($1.sort, $1.id) }
    }

    /// Puts a new field behind the others; all records hold nothing in it.
    mutating func add(_ field: CustomField, to family: Family) throws(RESTError) {
        let schema = self[family].schema
        guard schema.column(field.name) == nil else {
            throw CustomFieldDraft.refusal("Поле \(field.name) для объекта \(field.entity) уже существует.")
        }
        nextCustomIDs.field = field.id + 1
        self[family].remodel(Schema(faces: schema.faces, schema.fields + [field.field])) { $0 + [.empty] }
    }

    /// Puts a field in the place of the one with the same name.
    mutating func replace(_ field: CustomField, of family: Family) {
        let schema = self[family].schema
        let fields = schema.fields.map { $0.name == field.name ? field.field : $0 }
        self[family].remodel(Schema(faces: schema.faces, fields)) { $0 }
    }

    /// Takes a field and its values away.
    mutating func remove(_ field: CustomField, from family: Family) {
        let schema = self[family].schema
        guard let column = schema.column(field.name) else { return }
        var fields = schema.fields
        fields.remove(at: column)
        self[family].remodel(Schema(faces: schema.faces, fields)) { values in
            var values = values
            values.remove(at: column)
            return values
        }
    }
}
