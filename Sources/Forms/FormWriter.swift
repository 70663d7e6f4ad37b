/// Writes the pairs of a form.
struct FormWriter {
    private(set) var bytes: [UInt8] = []
    /// The name of the pair that is about to be written, encoded.
    private var name: [UInt8] = []

    mutating func write(_ value: FormValue) {
        switch value {
        case .text(let text):
            guard !name.isEmpty else { return }
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            bytes.append(contentsOf: name)
            bytes.append(UInt8(ascii: "="))
            FormWriter.encode(text, to: &bytes)
        case .list(let list):
            for (position, element) in list.enumerated() { write(element, named: String(position)) }
        case .map(let map):
            for (key, element) in zip(map.names, map.values) { write(element, named: key) }
        }
    }

    private mutating func write(_ value: FormValue, named key: String) {
        let length = name.count
        if length == 0 {
            FormWriter.encode(key, to: &name)
        } else {
            name.append(contentsOf: "%5B".utf8)
            FormWriter.encode(key, to: &name)
            name.append(contentsOf: "%5D".utf8)
        }
        write(value)
        name.removeSubrange(length...)
    }

    /// As PHP writes it: letters, digits and `-._` stand for themselves, a space is a `+`.
    private static func encode(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
            case 0x20: bytes.append(UInt8(ascii: "+"))
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
