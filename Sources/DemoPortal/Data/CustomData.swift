import Timetable

/// The values of custom fields. Each field draws from a stream of its own, so that a new one changes no other data.
struct CustomData {
    let seed: UInt64
    let zone: Zone
    /// Users who can be named in a field.
    let people: [Int]

    private static let texts: [String: [String]] = [
        "Метки": ["VIP", "тендер", "постоянный клиент", "срочно", "рассрочка"],
        "Интересы": ["насосы", "вентиляция", "автоматика", "сервис"],
        "Обоснование": ["плановая закупка", "замена оборудования", "под заказ клиента"],
    ]

    /// Fills what the data of an entity have left empty in all records.
    func fill(_ family: Family, _ state: inout PortalState) {
        let table = state[family]
        let columns = table.schema.columns.filter { column in
            table.schema.fields[column].custom != nil && table.rows.allSatisfy { $0[column] == .empty }
        }
        let created = table.schema.column("DATE_CREATE") ?? table.schema.column("CREATED_TIME")
        var rows = table.rows
        for column in columns {
            guard let custom = table.schema.fields[column].custom else { continue }
            var random = RandomSource(seed: seed, stream: "\(custom.entity) \(custom.name)")
            for position in rows.indices {
                let start = created.flatMap { rows[position][$0].moment } ?? 0
                rows[position][column] = value(of: custom, id: table.ids[position], start: start, &random)
            }
        }
        for position in rows.indices { state[family].replace(at: position, with: rows[position]) }
    }

    private func value(of field: CustomField, id: Int, start: Int, _ random: inout RandomSource) -> FieldValue {
        // As on every portal, not everybody fills in everything.
        let isFilled = random.chance(field.type == .file || field.type == .url ? 0.2 : 0.8)
        guard field.isMultiple else {
            let value = single(field, id: id, start: start, &random)
            return isFilled ? value : .empty
        }
        let values = (0..<(1 + random.below(3))).map { _ in single(field, id: id, start: start, &random) }
        var distinct: [FieldValue] = []
        for value in values where !distinct.contains(value) { distinct.append(value) }
        return isFilled ? .list(distinct) : .empty
    }

    private func single(_ field: CustomField, id: Int, start: Int, _ random: inout RandomSource) -> FieldValue {
        switch field.type {
        case .enumeration: field.items.isEmpty ? .empty : .integer(random.element(of: field.items).id)
        case .boolean: .flag(random.chance(0.4))
        case .integer: .integer(1 + random.below(40))
        case .double: .number(Double(random.below(41)) / 2)
        case .date: .moment(day(start, after: 5 + random.below(55)))
        case .datetime: .moment(day(start, after: 1 + random.below(30)) + 9 * 3_600 + random.below(18) * 1_800)
        case .money: .text("\(1_000 * (5 + random.below(400)))|RUB")
        case .url: .text("https://company\(id).example/\(1 + random.below(900))")
        case .file: .integer(100_000 + id)
        case .employee: people.isEmpty ? .empty : .integer(random.element(of: people))
        case .string:
            if let texts = CustomData.texts[field.title] {
                .text(random.element(of: texts))
            } else {
                .text(String(1_000 + id))
            }
        default: .empty
        }
    }

    private func day(_ start: Int, after days: Int) -> Int {
        zone.moment(of: zone.date(at: Moment(unixSeconds: start)).adding(days: days)).unixSeconds
    }
}
