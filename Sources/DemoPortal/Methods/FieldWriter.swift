import Timetable

/// Reads values for fields out of the `fields` of a request.
struct FieldWriter {
    let field: Field
    let zone: Zone

    /// The new value; nil where the given one is none that the field can have.
    func value(_ parameter: Parameter) -> FieldValue? {
        if field.isCustomList { return list(parameter) }
        return single(parameter)
    }

    /// Of several values those that are something.
    private func list(_ parameter: Parameter) -> FieldValue? {
        var values: [FieldValue] = []
        for element in parameter.elements ?? [parameter] {
            guard let value = single(element) else { return nil }
            if !value.isEmpty { values.append(value) }
        }
        return values.isEmpty ? .empty : .list(values)
    }

    private func single(_ parameter: Parameter) -> FieldValue? {
        switch field.kind {
        case .integers: return .integers((parameter.elements ?? [parameter]).filter { !$0.isEmpty }.map(\.integer))
        case .multifield, .file, .raw: return nil
        default: break
        }
        guard let text = parameter.text else { return nil }
        if parameter == .null { return .empty }
        switch field.kind {
        case .text: return .text(text)
        case .flag, .customFlag: return .flag(parameter.isOn)
        case .choice: return text.isEmpty ? .empty : .text(text)
        case .integer: return text.isEmpty ? .empty : integer(parameter.integer)
        case .link: return parameter.integer == 0 ? .empty : .integer(parameter.integer)
        case .number where field.isCustom && text.isEmpty: return .empty
        case .money, .number: return .number(parameter.number)
        case .date, .dateTime: return text.isEmpty ? .empty : moment(text)
        case .integers, .multifield, .file, .raw: return nil
        }
    }

    /// A list takes only its own items, as the portal has nothing to show for others.
    private func integer(_ number: Int) -> FieldValue {
        guard let custom = field.custom, custom.type == .enumeration else { return .integer(number) }
        return custom.items.contains { $0.id == number } ? .integer(number) : .empty
    }

    /// The files after a change: a name with its content is a new file, the identifier of one that is there keeps it.
    func files(_ parameter: Parameter, current: FieldValue, nextID: inout Int) -> FieldValue {
        let old: [FieldValue] = if case .list(let list) = current { list } else { [current] }
        var files: [FieldValue] = []
        for entry in field.isCustomList ? parameter.elements ?? [] : [parameter] {
            if case .map(let map) = entry, let id = map.anyCase("id")?.integer {
                if old.contains(.integer(id)) { files.append(.integer(id)) }
            } else if (content(entry)?.count ?? 0) > 1 {
                files.append(.integer(nextID))
                nextID += 1
            }
        }
        return field.isCustomList ? files.isEmpty ? .empty : .list(files) : files.first ?? .empty
    }

    /// `{"fileData": [name, content]}` in the old methods, `[name, content]` in the new ones.
    private func content(_ entry: Parameter) -> [Parameter]? {
        guard case .map(let map) = entry else { return entry.elements }
        return map.anyCase("fileData")?.elements ?? entry.elements
    }

    private func moment(_ text: String) -> FieldValue? {
        guard let seconds = PortalDate.seconds(text, zone: zone) else { return nil }
        guard field.kind == .date else { return .moment(seconds) }
        return .moment(zone.moment(of: zone.date(at: Moment(unixSeconds: seconds))).unixSeconds)
    }

    /// The phones or addresses after a change: an entry without an identifier is added, one with an identifier
    /// changes that entry, and without a value (or with `DELETE`) takes it away.
    func multifields(_ parameter: Parameter, current: FieldValue, nextID: inout Int) -> FieldValue {
        var list: [Multifield] = if case .multifield(let list) = current { list } else { [] }
        for case .map(let entry) in parameter.elements ?? [] {
            let value = entry.anyCase("VALUE")?.text ?? ""
            let type = entry.anyCase("VALUE_TYPE")?.text
            let id = entry.anyCase("ID")?.integer ?? 0
            if let place = list.firstIndex(where: { $0.id == id }) {
                if value.isEmpty || entry.anyCase("DELETE")?.isOn == true {
                    list.remove(at: place)
                } else {
                    list[place].value = value
                    list[place].valueType = type ?? list[place].valueType
                }
            } else if !value.isEmpty {
                list.append(Multifield(id: nextID, valueType: type ?? "WORK", value: value))
                nextID += 1
            }
        }
        return .multifield(list)
    }
}
