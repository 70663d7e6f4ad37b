import JSON

extension Chart {
    private static let known = ["block", "kind", "title", "x", "y", "rows", "format", "decimals", "currency"]

    init(reading reader: BlockReader) throws(BlockError) {
        try reader.check(known: Chart.known)
        guard let list = try reader.list("rows") else {
            throw reader.error("has no rows; write rows = …, the list to draw")
        }
        kind = try reader.word("kind", Kind.self) ?? .bar
        title = try reader.text("title")
        x = Column(field: try reader.text("x", or: "write x = \"NAME\", the field of the labels"))
        y = Column(field: try reader.text("y", or: "write y = \"amount\", the field of the values"))
        try y.read(reader)
        let fields = FieldReader(reader: reader, fields: [x.field, y.field])
        points = try fields.rows(list) { $0 == 0 ? "x" : "y" }.map { Point(label: $0[0], value: $0[1]) }
    }
}
