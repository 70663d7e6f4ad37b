import JSON

/// What `*.fields` tells of an entity of the CRM.
enum FieldDescription {
    static func write(_ family: Family, _ schema: Schema, face: Face, to json: inout JSONBuffer) {
        json.beginObject()
        for field in schema.fields where isTold(field, of: family, face) {
            json.name(face.name(of: field))
            json.beginObject()
            json.name("type")
            json.string(type(field, face))
            writeTraits(field, to: &json)
            if field.name == "CONTACT_ID", schema.column("CONTACT_IDS") != nil {
                json.name("isDeprecated")
                json.bool(true)
            }
            writeChoices(field, to: &json)
            writeTitles(field, face, to: &json)
            writeSettings(field, to: &json)
            if face.isItem {
                json.name("upperName")
                json.string(field.name)
            }
            json.endObject()
        }
        json.endObject()
    }

    /// Fields that only their description knows: there are no records of them.
    static func write(_ schema: Schema, to json: inout JSONBuffer) {
        json.beginObject()
        for field in schema.fields {
            json.name(field.itemName)
            json.beginObject()
            json.name("type")
            json.string(field.type)
            writeTraits(field, to: &json)
            json.name("title")
            json.string(field.title)
            json.endObject()
        }
        json.endObject()
    }

    /// The old methods tell of the contacts of deals and leads, though they never send them.
    private static func isTold(_ field: Field, of family: Family, _ face: Face) -> Bool {
        if face == .classic, field.name == "CONTACT_IDS" { return family == .deal || family == .lead }
        return !field.traits.contains(face.isItem ? .classicOnly : .itemOnly)
    }

    private static func type(_ field: Field, _ face: Face) -> String {
        face.isItem && field.kind == .flag ? "boolean" : field.type
    }

    private static func writeTraits(_ field: Field, to json: inout JSONBuffer) {
        flag("isRequired", .required, of: field, to: &json)
        flag("isReadOnly", .readOnly, of: field, to: &json)
        flag("isImmutable", .immutable, of: field, to: &json)
        flag("isMultiple", .multiple, of: field, to: &json)
        flag("isDynamic", .custom, of: field, to: &json)
    }

    private static func flag(_ name: String, _ trait: Field.Traits, of field: Field, to json: inout JSONBuffer) {
        json.name(name)
        json.bool(field.traits.contains(trait))
    }

    private static func writeChoices(_ field: Field, to json: inout JSONBuffer) {
        if let custom = field.custom, custom.type == .enumeration {
            json.name("items")
            json.beginArray()
            for item in custom.items {
                json.beginObject()
                json.name("ID")
                json.quotedInteger(item.id)
                json.name("VALUE")
                json.string(item.value)
                json.endObject()
            }
            json.endArray()
        }
        if let directory = field.directory {
            json.name("statusType")
            json.string(directory)
        }
    }

    /// In the old methods custom fields are titled by their name; what people read is the label.
    private static func writeTitles(_ field: Field, _ face: Face, to json: inout JSONBuffer) {
        json.name("title")
        json.string(field.isCustom && face == .classic ? field.name : field.title)
        guard let custom = field.custom else { return }
        for (name, label) in [("listLabel", CustomField.Label.column), ("formLabel", .form), ("filterLabel", .filter)] {
            json.name(name)
            json.string(custom.text(label) ?? field.name)
        }
    }

    private static func writeSettings(_ field: Field, to json: inout JSONBuffer) {
        if let custom = field.custom {
            json.name("settings")
            json.settings(custom.settings)
        } else if let parent = parent(field) {
            json.name("settings")
            json.beginObject()
            json.name("parentEntityTypeId")
            json.integer(parent)
            json.endObject()
        }
    }

    /// The entity type that a field points to.
    private static func parent(_ field: Field) -> Int? {
        switch field.type {
        case "crm_lead": 1
        case "crm_company": 4
        case "crm_quote": 7
        case "crm_entity": Int(field.name.drop { !$0.isNumber })
        default: nil
        }
    }
}

extension JSONBuffer {
    /// Settings of a field; no settings are an empty list for PHP.
    mutating func settings(_ settings: JSONObject) {
        value(settings.isEmpty ? JSONValue.array([]).bytes : JSONValue.object(settings).bytes)
    }
}
