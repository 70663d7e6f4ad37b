import Timetable

/// How a record is dressed in an answer; each family of methods has its own habits.
enum Face: Int, Hashable, Sendable {
    /// `crm.deal.*` and its kind: UPPER_CASE names, strings for everything.
    case classic
    /// `crm.item.*`: camelCase names, numbers as numbers.
    case item
    /// `crm.item.*` with `useOriginalUfNames`: custom fields keep their own names.
    case originalItem
    /// `tasks.task.*`: camelCase names, strings for everything.
    case task
    /// `user.*`: UPPER_CASE names, empty strings for nothing.
    case user
    /// `department.*`: what is empty is left out.
    case department

    /// Whether it is one of the new CRM methods.
    var isItem: Bool { self == .item || self == .originalItem }

    func name(of field: Field) -> String {
        switch self {
        case .classic, .user, .department: field.name
        case .item, .task: field.itemName
        case .originalItem: field.isCustom ? field.name : field.itemName
        }
    }

    func prefix(of field: Field) -> [UInt8] {
        var buffer = JSONBuffer()
        buffer.name(name(of: field))
        return buffer.bytes
    }

    /// Whether a field without a value is not sent at all.
    func leavesOut(_ value: FieldValue, of field: Field) -> Bool {
        if field.traits.contains(isItem ? .classicOnly : .itemOnly) { return true }
        guard value.isEmpty else { return false }
        return self == .department || field.kind == .multifield
    }

    /// Writes a value with its comma.
    func write(_ value: FieldValue, of field: Field, zone: Zone, to json: inout JSONBuffer) {
        switch value {
        case .empty: writeEmpty(field, to: &json)
        case .text(let text): json.string(text)
        case .integer(let integer): write(integer, of: field, to: &json)
        case .number(let number): write(number, of: field, to: &json)
        case .flag(let flag): write(flag, of: field, to: &json)
        case .moment(let seconds): json.moment(seconds, zone: zone)
        case .integers(let list): write(list, to: &json)
        case .list(let list): write(list, of: field, zone: zone, to: &json)
        case .multifield(let list): write(list, of: field, to: &json)
        case .raw(let bytes): json.value(bytes)
        }
    }

    private func write(_ integer: Int, of field: Field, to json: inout JSONBuffer) {
        if field.kind == .file {
            writeFile(integer, to: &json)
        } else if isItem || (self == .department && field.name == "SORT") {
            json.integer(integer)
        } else {
            json.quotedInteger(integer)
        }
    }

    private func writeFile(_ id: Int, to json: inout JSONBuffer) {
        json.beginObject()
        json.name("id")
        json.integer(id)
        let names = isItem ? ["url", "urlMachine"] : ["showUrl", "downloadUrl"]
        for (name, action) in zip(names, ["show", "download"]) {
            json.name(name)
            json.string("/bitrix/services/main/file/?action=\(action)&fileId=\(id)")
        }
        json.endObject()
    }

    private func write(_ number: Double, of field: Field, to json: inout JSONBuffer) {
        if isItem { return json.number(number) }
        guard field.kind == .money else {
            return json.string(Int(exactly: number).map(String.init) ?? number.description)
        }
        let cents = Int((number * 100).rounded())
        json.byte(UInt8(ascii: "\""))
        if cents < 0 { json.byte(UInt8(ascii: "-")) }
        json.digits(abs(cents) / 100)
        json.byte(UInt8(ascii: "."))
        json.digits(abs(cents) % 100 / 10)
        json.digits(abs(cents) % 10)
        json.byte(UInt8(ascii: "\""))
        json.byte(UInt8(ascii: ","))
    }

    private func write(_ flag: Bool, of field: Field, to json: inout JSONBuffer) {
        if self == .user && field.name == "ACTIVE" {
            json.bool(flag)
        } else if field.kind == .customFlag && self != .item {
            json.string(flag ? "1" : "0")
        } else {
            json.string(flag ? "Y" : "N")
        }
    }

    private func write(_ list: [Int], to json: inout JSONBuffer) {
        json.beginArray()
        for element in list {
            if self == .task { json.quotedInteger(element) } else { json.integer(element) }
        }
        json.endArray()
    }

    /// In a list numbers are numbers in all methods, as the portal keeps lists in another form than single values.
    private func write(_ list: [FieldValue], of field: Field, zone: Zone, to json: inout JSONBuffer) {
        json.beginArray()
        for element in list {
            switch element {
            case .integer(let integer) where field.kind != .file: json.integer(integer)
            case .number(let number): json.number(number)
            default: write(element, of: field, zone: zone, to: &json)
            }
        }
        json.endArray()
    }

    private func write(_ list: [Multifield], of field: Field, to json: inout JSONBuffer) {
        json.beginArray()
        for entry in list {
            json.beginObject()
            if isItem {
                json.name("id")
                json.integer(entry.id)
            } else {
                json.name("ID")
                json.quotedInteger(entry.id)
            }
            json.name(isItem ? "valueType" : "VALUE_TYPE")
            json.string(entry.valueType)
            json.name(isItem ? "value" : "VALUE")
            json.string(entry.value)
            json.name(isItem ? "typeId" : "TYPE_ID")
            json.string(field.name)
            json.endObject()
        }
        json.endArray()
    }

    private func writeEmpty(_ field: Field, to json: inout JSONBuffer) {
        switch (self, field.kind) {
        case (_, .integers), (_, .multifield),
            (_, _) where field.isCustomList:
            json.beginArray()
            json.endArray()
        case (.user, _): json.string("")
        case (.classic, .date), (.classic, .dateTime): json.string("")
        case (.classic, _) where field.isCustom: json.string("")
        case (.item, .link), (.originalItem, .link): json.integer(0)
        default: json.null()
        }
    }
}
