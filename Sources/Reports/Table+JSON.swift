import JSON

extension Table {
    init(reading reader: BlockReader) throws(BlockError) {
        try reader.check(known: ["block", "title", "columns", "rows"])
        guard let list = try reader.list("rows") else {
            throw reader.error("has no rows; write rows = …, the list to show")
        }
        title = try reader.text("title")
        columns = []
        let described = try reader.list("columns")
        if let described, described.count > 0 {
            for (position, json) in described.elements.enumerated() {
                let part = BlockReader(place: reader.place, part: "column \(position + 1) ", json: json)
                columns.append(try Column(reading: part))
            }
        } else {
            columns = (list[0]?.members.map(\.name) ?? []).sorted().map { Column(field: $0) }
        }
        let fields = FieldReader(reader: reader, fields: columns.map(\.field))
        rows = try fields.rows(list) { "column \($0 + 1)" }
    }
}

extension Column {
    private static let known = ["field", "title", "format", "decimals", "currency", "align", "total"]

    init(reading reader: BlockReader) throws(BlockError) {
        if let field = reader.json.string, !field.isEmpty {
            self.init(field: field)
            return
        }
        try reader.check(known: Column.known)
        self.init(
            field: try reader.text("field", or: "write its name first, as in { \"AMOUNT\", title = \"Amount\" }"))
        title = try reader.text("title")
        alignment = try reader.word("align", Alignment.self)
        total = try reader.word("total", Total.self)
        try read(reader)
        if let total, total.needsNumbers, let format, !format.isNumeric {
            let problem = "(\(field)) has the format \(format.rawValue), which has no \(total.rawValue)"
            throw reader.error("\(reader.part)\(problem); write total = \"count\", \"min\" or \"max\"")
        }
    }

    /// How the values of a column or a chart are written.
    mutating func read(_ reader: BlockReader) throws(BlockError) {
        format = try reader.word("format", ColumnFormat.self)
        decimals = try reader.integer("decimals", in: 0...10)
        currency = try reader.text("currency")?.uppercased()
    }
}
