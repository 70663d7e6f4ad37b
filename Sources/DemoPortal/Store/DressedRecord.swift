import Timetable

/// A record as bytes, with the place of each of its members.
struct DressedRecord: Sendable {
    private let bytes: [UInt8]
    private let ends: [Int32]

    init(_ values: [FieldValue], schema: Schema, face slot: Int, zone: Zone) {
        let face = schema.faces[slot]
        let prefixes = schema.prefixes(face: slot)
        let fields = schema.fields
        var json = JSONBuffer(capacity: values.count * 32)
        var ends: [Int32] = []
        ends.reserveCapacity(values.count)
        for column in fields.indices {
            let field = fields[column]
            if !face.leavesOut(values[column], of: field) {
                json.pieces(prefixes[column])
                face.write(values[column], of: field, zone: zone, to: &json)
            }
            ends.append(Int32(json.count))
        }
        bytes = json.bytes
        self.ends = ends
    }

    func write(_ selection: Selection, to json: inout JSONBuffer) {
        bytes.withUnsafeBufferPointer { source in
            for columns in selection.runs {
                let start = columns.lowerBound == 0 ? 0 : Int(ends[columns.lowerBound - 1])
                let end = Int(ends[columns.upperBound - 1])
                json.pieces(UnsafeBufferPointer(rebasing: source[start..<end]))
            }
        }
    }
}
