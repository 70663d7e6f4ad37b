/// A number in the decimal system, as people write and round them: money added up here shows no binary noise.
///
/// Its value is `coefficient` × 10^−`scale`.
struct DecimalNumber: Hashable, Sendable {
    let coefficient: Int128
    /// Decimals, 0…18.
    let scale: Int

    static let largestScale = 18
    static let zero = DecimalNumber(coefficient: 0, scale: 0)

    init(coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    init(_ integer: Int) {
        self.init(coefficient: Int128(integer), scale: 0)
    }

    var isNegative: Bool {
        coefficient < 0
    }

    /// Whether there is nothing behind the decimal mark.
    var isWhole: Bool {
        coefficient % DecimalNumber.power(scale) == 0
    }

    var double: Double {
        Double(coefficient) / Double(DecimalNumber.power(scale))
    }

    /// Rounded to that many decimals, halves away from zero: 1.005 to 1.01, −0.5 to −1.
    func rounded(to decimals: Int) -> DecimalNumber {
        guard decimals < scale else { return self }
        let divisor = DecimalNumber.power(scale - decimals)
        let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: divisor)
        let carry: Int128 = abs(rest) * 2 >= divisor ? (coefficient < 0 ? -1 : 1) : 0
        return DecimalNumber(coefficient: quotient + carry, scale: decimals)
    }

    /// 10^`exponent`; the exponent is 0…36.
    static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
