import CSV

extension Tape {
    /// Writes a value as a JSON text without white space.
    func writeJSON(at index: Int, to output: inout OutputBytes) {
        switch kind(at: index) {
        case UInt8(ascii: "{"): writeObject(at: index, to: &output)
        case UInt8(ascii: "["): writeArray(at: index, to: &output)
        case UInt8(ascii: "\""): quote(text(at: index), to: &output)
        case UInt8(ascii: "l"): output.append(String(integer(at: index)))
        case UInt8(ascii: "u"): output.append(String(unsigned(at: index)))
        case UInt8(ascii: "d"): output.append(double(at: index).plain)
        case UInt8(ascii: "t"): output.append("true" as StaticString)
        case UInt8(ascii: "f"): output.append("false" as StaticString)
        default: output.append("null" as StaticString)
        }
    }

    private func writeObject(at index: Int, to output: inout OutputBytes) {
        let inside = inside(at: index)
        var member = inside.lowerBound
        output.append(UInt8(ascii: "{"))
        while member < inside.upperBound {
            if member > inside.lowerBound { output.append(UInt8(ascii: ",")) }
            quote(text(at: member), to: &output)
            output.append(UInt8(ascii: ":"))
            writeJSON(at: member + 1, to: &output)
            member = end(at: member + 1)
        }
        output.append(UInt8(ascii: "}"))
    }

    private func writeArray(at index: Int, to output: inout OutputBytes) {
        let inside = inside(at: index)
        var element = inside.lowerBound
        output.append(UInt8(ascii: "["))
        while element < inside.upperBound {
            if element > inside.lowerBound { output.append(UInt8(ascii: ",")) }
            writeJSON(at: element, to: &output)
            element = end(at: element)
        }
        output.append(UInt8(ascii: "]"))
    }

    private func quote(_ text: UnsafeBufferPointer<UInt8>, to output: inout OutputBytes) {
        let quote = UInt8(ascii: "\"")
        let backslash = UInt8(ascii: "\\")
        let place = output.room(for: text.count * 6 + 2)
        var count = 0
        let add = { (byte: UInt8) in
            place[count] = byte
            count += 1
        }
        add(quote)
        for byte in text {
            switch byte {
            case quote, backslash:
                add(backslash)
                add(byte)
            case 0x00..<0x20: Self.escape(byte).forEach(add)
            default: add(byte)
            }
        }
        add(quote)
        output.advance(by: count)
    }

    private static func escape(_ control: UInt8) -> [UInt8] {
        switch control {
        case UInt8(ascii: "\n"): return Array("\\n".utf8)
        case UInt8(ascii: "\r"): return Array("\\r".utf8)
        case UInt8(ascii: "\t"): return Array("\\t".utf8)
        default:
            let digits = Array("0123456789abcdef".utf8)
            return Array("\\u00".utf8) + [digits[Int(control >> 4)], digits[Int(control & 15)]]
        }
    }
}
