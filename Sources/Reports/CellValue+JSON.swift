import JSON

extension CellValue {
    /// Any JSON value as a cell: a list of plain values becomes text with commas, an empty list or object nothing, any
    /// other nesting its JSON text, so that nothing is lost.
    init(json: JSONView) {
        switch json.kind {
        case .null: self = .null
        case .bool: self = .bool(json.bool ?? false)
        case .integer: self = json.integer.map(CellValue.integer) ?? .double(json.double ?? 0)
        case .double: self = .double(json.double ?? 0)
        case .string: self = .text(json.string ?? "")
        case .array, .object: self = CellValue(nested: json)
        }
    }

    private init(nested json: JSONView) {
        if json.count == 0 {
            self = .null
            return
        }
        let elements = Array(json.elements)
        let isFlat = !elements.isEmpty && elements.allSatisfy { $0.kind != .array && $0.kind != .object }
        guard isFlat else {
            self = .text(String(decoding: JSONValue(json).bytes, as: UTF8.self))
            return
        }
        let parts = elements.map { $0.string ?? String(decoding: JSONValue($0).bytes, as: UTF8.self) }
        self = .text(parts.joined(separator: ", "))
    }
}
