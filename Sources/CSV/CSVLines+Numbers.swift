extension CSVLines {
    /// Writes a cell with a whole number.
    public mutating func cell(integer: Int64, to output: inout OutputBytes) {
        number(isNegative: integer < 0, whole: integer.magnitude, hundredths: 0, to: &output)
    }

    /// Writes a cell with a whole number that is not negative.
    public mutating func cell(unsigned: UInt64, to output: inout OutputBytes) {
        number(isNegative: false, whole: unsigned, hundredths: 0, to: &output)
    }

    /// Writes a cell with any finite number: the shortest form that is read back as the same, without an exponent.
    public mutating func cell(double: Double, to output: inout OutputBytes) {
        // Amounts. Divided again they give the same double, so these digits stand for it.
        let scaled = (double * 100).rounded()
        if double.magnitude < 1e13, double != 0, scaled / 100 == double {
            let hundredths = UInt64(scaled.magnitude)
            number(
                isNegative: double < 0, whole: hundredths / 100, hundredths: Int(hundredths % 100), to: &output)
            return
        }
        let text = double.plain
        cell(harmless: options.decimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text, to: &output)
    }

    /// Writes a cell with `true` or `false`.
    public mutating func cell(bool: Bool, to output: inout OutputBytes) {
        cell(harmless: bool ? "true" : "false", to: &output)
    }

    private mutating func number(
        isNegative: Bool, whole: UInt64, hundredths: Int, to output: inout OutputBytes
    ) {
        beginCell(to: &output)
        // A decimal comma may be the delimiter, too.
        let isQuoted = quotesAll || (hundredths > 0 && options.decimalComma && delimiter == UInt8(ascii: ","))
        let start = output.room(for: 32)
        var place = start
        let add = { (byte: UInt8) in
            place.pointee = byte
            place += 1
        }
        if isQuoted { add(UInt8(ascii: "\"")) }
        if isNegative { add(UInt8(ascii: "-")) }
        place += Self.digits(of: whole, at: place)
        if hundredths > 0 {
            add(UInt8(ascii: options.decimalComma ? "," : "."))
            add(UInt8(ascii: "0") + UInt8(hundredths / 10))
            if hundredths % 10 > 0 { add(UInt8(ascii: "0") + UInt8(hundredths % 10)) }
        }
        if isQuoted { add(UInt8(ascii: "\"")) }
        output.advance(by: place - start)
    }

    /// Writes the digits of a number and tells how many they are.
    private static func digits(of number: UInt64, at place: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 1
        var limit: UInt64 = 10
        while number >= limit {
            count += 1
            guard count < 20 else { break }
            limit *= 10
        }
        var rest = number
        var position = count
        while position > 0 {
            position -= 1
            place[position] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        return count
    }
}
