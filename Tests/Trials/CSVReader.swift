/// Reads CSV as RFC 4180 describes it; written for the tests, knowing nothing of the writer.
public struct CSVReader {
    /// The bytes are no CSV.
    public struct Malformed: Error {}

    /// The records of a whole file.
    public static func records(_ bytes: [UInt8], delimiter: UInt8) throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0x22 {
                position += 1
                while true {
                    guard position < bytes.count else { throw Malformed() }
                    if bytes[position] != 0x22 {
                        field.append(bytes[position])
                        position += 1
                    } else if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
                        field.append(0x22)
                        position += 2
                    } else {
                        position += 1
                        break
                    }
                }
            } else {
                while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0D {
                    guard bytes[position] != 0x22, bytes[position] != 0x0A else { throw Malformed() }
                    field.append(bytes[position])
                    position += 1
                }
            }
            record.append(String(decoding: field, as: UTF8.self))
            field = []
            guard position < bytes.count else { throw Malformed() }
            if bytes[position] == delimiter {
                position += 1
                if position < bytes.count, bytes[position] == 0x0D { record.append("") } else { continue }
            }
            guard position + 1 < bytes.count, bytes[position] == 0x0D, bytes[position + 1] == 0x0A else {
                throw Malformed()
            }
            position += 2
            records.append(record)
            record = []
        }
        return records
    }
}
