import JSON

/// Takes the wanted fields out of a block's rows.
struct FieldReader {
    let reader: BlockReader
    /// The fields in the order in which they are wanted.
    let fields: [String]

    /// The values of every row. A field that no row has is an error; `part` names the place that asked for it.
    func rows(_ list: JSONView, part: (Int) -> String) throws(BlockError) -> [[CellValue]] {
        var isSeen = [Bool](repeating: false, count: fields.count)
        var rows: [[CellValue]] = []
        rows.reserveCapacity(list.count)
        for row in list.elements {
            guard row.kind == .object || (row.kind == .array && row.count == 0) else {
                let kind = BlockReader.kind(of: row)
                throw reader.error("row \(rows.count + 1) is \(kind), not a table of named values")
            }
            var values: [CellValue] = []
            values.reserveCapacity(fields.count)
            for (position, field) in fields.enumerated() {
                guard let value = row[field] else {
                    values.append(.null)
                    continue
                }
                isSeen[position] = true
                values.append(CellValue(json: value))
            }
            rows.append(values)
        }
        if let missing = isSeen.firstIndex(of: false), !rows.isEmpty {
            throw unknown(fields[missing], part: part(missing), in: list)
        }
        return rows
    }

    private func unknown(_ field: String, part: String, in list: JSONView) -> BlockError {
        // The first rows tell enough of what there is.
        let names = Set(list.elements.prefix(100).flatMap { row in row.members.map(\.name) }).sorted()
        let hint = BlockReader.hint(field, names)
        return reader.error("\(part) shows the field '\(BlockReader.excerpt(field))', which no row has\(hint)")
    }
}
