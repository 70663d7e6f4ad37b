extension DecimalNumber {
    /// The most digits that a text may have; more would not fit.
    private static let mostDigits = 30

    /// A number as the portal writes it: `1000.00`, `-5`, `+7`, `.5`; nil for anything else, also for exponents, white
    /// space and grouped thousands. More than 18 decimals are rounded.
    init?(_ text: String) {
        var coefficient: Int128 = 0
        var digits = 0
        var decimals: Int?
        var isNegative = false
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: "+") where position == 0: break
            case UInt8(ascii: ".") where decimals == nil: decimals = 0
            case 0x30...0x39:
                digits += 1
                guard digits <= DecimalNumber.mostDigits else { return nil }
                coefficient = coefficient * 10 + Int128(byte - 0x30)
                decimals? += 1
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        let exact = DecimalNumber(coefficient: isNegative ? -coefficient : coefficient, scale: decimals ?? 0)
        self = exact.rounded(to: DecimalNumber.largestScale)
    }

    /// The number that a double stands for, to 15 significant digits: every decimal of so many digits survives the way
    /// through a double, and the noise of binary arithmetic lies behind them. Nil from 10^20 on.
    init?(_ double: Double) {
        guard double.magnitude < 1e20 else { return nil }
        if let integer = Int(exactly: double) {
            self.init(integer)
            return
        }
        let (mantissa, digits, exponent) = DecimalNumber.parts(of: double.magnitude)
        // The value is mantissa × 10^exponent.
        let extra = max(0, digits - 15)
        var number = DecimalNumber(coefficient: mantissa, scale: extra).rounded(to: 0)
        let scale = -(exponent + extra)
        if scale < 0 {
            number = DecimalNumber(coefficient: number.coefficient * DecimalNumber.power(-scale), scale: 0)
        } else if scale > DecimalNumber.largestScale + 17 {
            number = .zero
        } else {
            number = DecimalNumber(coefficient: number.coefficient, scale: scale)
                .rounded(to: DecimalNumber.largestScale)
        }
        let coefficient = double < 0 ? -number.coefficient : number.coefficient
        self.init(coefficient: coefficient, scale: number.scale)
    }

    /// The digits of the shortest text for a double, how many they are, and the power of ten behind them.
    private static func parts(of double: Double) -> (mantissa: Int128, digits: Int, exponent: Int) {
        let halves = double.description.split(separator: "e")
        var exponent = halves.count == 2 ? Int(halves[1]) ?? 0 : 0
        var mantissa: Int128 = 0
        var digits = 0
        var isBehindMark = false
        for byte in halves[0].utf8 {
            if byte == UInt8(ascii: ".") {
                isBehindMark = true
                continue
            }
            if digits > 0 || byte != 0x30 { digits += 1 }
            mantissa = mantissa * 10 + Int128(byte - 0x30)
            if isBehindMark { exponent -= 1 }
        }
        return (mantissa, digits, exponent)
    }

    /// The digits before and behind the decimal mark of the number's magnitude, exactly `scale` behind it.
    var digits: (whole: String, fraction: String) {
        let magnitude = coefficient.magnitude
        let text = UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)
        guard scale > 0 else { return (text, "") }
        let all = String(repeating: "0", count: max(0, scale + 1 - text.utf8.count)) + text
        return (String(all.dropLast(scale)), String(all.suffix(scale)))
    }

    /// The number with `.` as its mark, without grouping and without zeros at the end: the form for data files.
    var plain: String {
        var (whole, fraction) = digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
