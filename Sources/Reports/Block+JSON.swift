import JSON

extension [Block] {
    /// The blocks that a script returned, as JSON: a list of objects, each with its kind as `block`.
    ///
    /// A table has `rows` (a list of objects) and may have `title` and `columns`; a column has `field` and may have
    /// `title`, `format`, `decimals`, `currency`, `align`, `total`. Without columns a table shows all fields of its
    /// first row, sorted by name. A chart has `rows`, `x`, `y` and may have `kind`, `title`, `format`, `decimals`,
    /// `currency`. A text and a note have `text`. Where there are rows, each field that is shown must be in one of
    /// them (null counts).
    ///
    /// - Throws: a `BlockError` that names the block, the part and what to do; also for a list without blocks.
    public init(json: JSONView) throws(BlockError) {
        let advice = "return a list of blocks such as { report.table { rows = … } }"
        if json.kind == .object, json["block"] != nil {
            throw BlockError(place: nil, problem: "the report returned one block instead of a list; \(advice)")
        }
        guard json.kind == .array || json.kind == .object && json.count == 0 else {
            let problem = "the report returned \(BlockReader.kind(of: json)) instead of blocks; \(advice)"
            throw BlockError(place: nil, problem: problem)
        }
        guard json.count > 0 else {
            throw BlockError(place: nil, problem: "the report returned no blocks; \(advice)")
        }
        self = []
        for (position, element) in json.elements.enumerated() {
            append(try Block(json: element, position: position + 1))
        }
    }
}

extension Block {
    private static let kinds = ["table", "chart", "text", "note"]

    init(json: JSONView, position: Int) throws(BlockError) {
        let unknown = BlockReader(place: "block \(position)", part: "", json: json)
        guard json.kind == .object else {
            let problem =
                "it is \(BlockReader.kind(of: json)); write report.table, report.chart, report.text or report.note"
            throw unknown.error(problem)
        }
        let kind = try unknown.text("block", or: "make it with report.table, report.chart, report.text or report.note")
        let reader = BlockReader(place: "block \(position), a \(kind)", part: "", json: json)
        switch kind {
        case "table": self = .table(try Table(reading: reader))
        case "chart": self = .chart(try Chart(reading: reader))
        case "text": self = .text(try Block.words(reader))
        case "note": self = .note(try Block.words(reader))
        default:
            let hint = BlockReader.hint(kind, Block.kinds)
            throw unknown.error("it is an unknown kind of block, '\(BlockReader.excerpt(kind))'\(hint)")
        }
    }

    private static func words(_ reader: BlockReader) throws(BlockError) -> String {
        try reader.check(known: ["block", "text"])
        guard let text = try reader.text("text") else { throw reader.error("has no text") }
        return text
    }
}
