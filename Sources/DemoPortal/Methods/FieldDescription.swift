/// What `*.fields` tells of an entity of the CRM.
enum FieldDescription {
    static func write(_ family: Family, face: Face, to json: inout JSONBuffer) {
        json.beginObject()
        for field in family.schema.fields where isTold(field, face) {
            json.name(face.name(of: field))
            json.beginObject()
            json.name("type")
            json.string(type(field, face))
            flag("isRequired", .required, of: field, to: &json)
            flag("isReadOnly", .readOnly, of: field, to: &json)
            flag("isImmutable", .immutable, of: field, to: &json)
            flag("isMultiple", .multiple, of: field, to: &json)
            flag("isDynamic", .custom, of: field, to: &json)
            if let directory = field.directory {
                json.name("statusType")
                json.string(directory)
            }
            // Custom fields are titled by their name; what people read is the label.
            json.name("title")
            json.string(field.isCustom && face == .classic ? field.name : field.title)
            if field.isCustom {
                for label in ["listLabel", "formLabel", "filterLabel"] {
                    json.name(label)
                    json.string(field.title)
                }
            }
            if face == .item {
                json.name("upperName")
                json.string(field.name)
            }
            json.endObject()
        }
        json.endObject()
    }

    private static func isTold(_ field: Field, _ face: Face) -> Bool {
        !field.traits.contains(face == .item ? .classicOnly : .itemOnly)
    }

    private static func type(_ field: Field, _ face: Face) -> String {
        face == .item && field.kind == .flag ? "boolean" : field.type
    }

    private static func flag(_ name: String, _ trait: Field.Traits, of field: Field, to json: inout JSONBuffer) {
        json.name(name)
        json.bool(field.traits.contains(trait))
    }
}
