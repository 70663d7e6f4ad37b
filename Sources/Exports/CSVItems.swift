import CSV
import JSON
import Spelling

/// Writes items as lines of CSV.
///
/// Texts are as they came, also numbers that the portal sends as text; whole numbers as they came, others in the
/// shortest form that is the same number, as simdjson keeps only their value; true and false; nothing for null; lists
/// and objects as JSON.
public struct CSVItems: ItemWriter {
    private let options: CSVOptions
    private let wanted: [String]?
    private let parser = JSONParser()
    private var lines: CSVLines
    private var fields: FieldOrder
    /// Where on the tape the value of each column stands; 0 where the item has none.
    private var places: [Int] = []
    private var written = 0

    /// A writer.
    ///
    /// - Parameter columns: the fields in their order; nil takes those of the first item
    public init(columns: [String]?, options: CSVOptions) {
        self.options = options
        wanted = columns
        lines = CSVLines(options: options)
        fields = FieldOrder(columns: columns ?? [], isLenient: true)
        places = Array(repeating: 0, count: fields.columns.count)
    }

    /// Writes the header, if the columns are known already.
    public mutating func begin(to output: inout OutputBytes) {
        lines.begin(to: &output)
        if wanted != nil { writeHeader(to: &output) }
    }

    /// Writes items, a line each.
    public mutating func append(
        _ items: [UInt8], atMost limit: Int, to output: inout OutputBytes
    ) throws(ExportError) -> Int {
        let parser = parser
        let outcome: Result<Int, ExportError>
        do throws(JSONError) {
            outcome = try items.withUnsafeBufferPointer { bytes throws(JSONError) in
                try parser.withTape(of: UnsafeRawBufferPointer(bytes)) { words, strings in
                    write(Tape(words: words, strings: strings), atMost: limit, to: &output)
                }
            }
        } catch {
            throw .malformed(error)
        }
        return try outcome.get()
    }

    private mutating func write(
        _ tape: Tape, atMost limit: Int, to output: inout OutputBytes
    ) -> Result<Int, ExportError> {
        guard tape.kind(at: Tape.root) == UInt8(ascii: "[") else { return .failure(.notAList) }
        let items = tape.inside(at: Tape.root)
        var item = items.lowerBound
        var count = 0
        while item < items.upperBound, count < limit {
            let inside = tape.inside(at: item)
            // PHP writes an object without members as an empty array.
            let isObject = tape.kind(at: item) == UInt8(ascii: "{")
            guard isObject || (tape.kind(at: item) == UInt8(ascii: "[") && inside.isEmpty) else {
                return .failure(.notAnObject)
            }
            if wanted == nil, fields.columns.isEmpty { takeColumns(from: inside, of: tape, to: &output) }
            if !fields.columns.isEmpty { writeLine(inside, of: tape, to: &output) }
            item = tape.end(at: item)
            count += 1
        }
        written += count
        return .success(count)
    }

    private mutating func takeColumns(from members: Range<Int>, of tape: Tape, to output: inout OutputBytes) {
        var names: [String] = []
        var member = members.lowerBound
        while member < members.upperBound {
            let name = String(decoding: tape.text(at: member), as: UTF8.self)
            if !names.contains(name) { names.append(name) }
            member = tape.end(at: member + 1)
        }
        fields = FieldOrder(columns: names, isLenient: false)
        places = Array(repeating: 0, count: names.count)
        if !names.isEmpty { writeHeader(to: &output) }
    }

    private mutating func writeHeader(to output: inout OutputBytes) {
        guard options.header else { return }
        for name in fields.columns { lines.cell(harmless: Formula.defused(name), to: &output) }
        lines.endLine(to: &output)
    }

    private mutating func writeLine(_ members: Range<Int>, of tape: Tape, to output: inout OutputBytes) {
        for column in places.indices { places[column] = 0 }
        fields.beginItem()
        var member = members.lowerBound
        while member < members.upperBound {
            if let column = fields.column(of: tape.text(at: member)) { places[column] = member + 1 }
            member = tape.end(at: member + 1)
        }
        for place in places { writeCell(at: place, of: tape, to: &output) }
        lines.endLine(to: &output)
    }

    @inline(__always)
    private mutating func writeCell(at place: Int, of tape: Tape, to output: inout OutputBytes) {
        guard place > 0 else { return lines.emptyCell(to: &output) }
        switch tape.kind(at: place) {
        case UInt8(ascii: "\""): lines.cell(text: tape.text(at: place), to: &output)
        case UInt8(ascii: "l"): lines.cell(integer: tape.integer(at: place), to: &output)
        case UInt8(ascii: "u"): lines.cell(unsigned: tape.unsigned(at: place), to: &output)
        case UInt8(ascii: "d"): lines.cell(double: tape.double(at: place), to: &output)
        case UInt8(ascii: "t"): lines.cell(bool: true, to: &output)
        case UInt8(ascii: "f"): lines.cell(bool: false, to: &output)
        case UInt8(ascii: "n"): lines.emptyCell(to: &output)
        default:
            var text = OutputBytes()
            tape.writeJSON(at: place, to: &text)
            text.withBytes { lines.cell(text: $0, to: &output) }
        }
    }
}

extension CSVItems {
    /// Fields that came too late for the header, and wanted ones that no item had.
    public var warnings: [String] {
        var warnings: [String] = []
        let late = wanted == nil && !fields.columns.isEmpty ? fields.leftOut : []
        if !late.isEmpty {
            let names = late.prefix(5).map { "\($0.name) (items: \($0.items))" }.joined(separator: ", ")
            let more = late.count > 5 ? " and \(late.count - 5) more" : ""
            warnings.append(
                "fields that the first item doesn't have are left out: \(names)\(more); name the fields with --select")
        }
        guard written > 0, wanted != nil else { return warnings }
        let known = NearestName(among: fields.known)
        for name in fields.missing {
            warnings.append("no item has the field '\(name)', so its column is empty\(known.hint(for: name))")
        }
        return warnings
    }
}
