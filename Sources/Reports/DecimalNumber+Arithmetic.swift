extension DecimalNumber {
    /// The exact sum; nil where it needs more than 38 digits.
    func adding(_ other: DecimalNumber) -> DecimalNumber? {
        let scale = max(scale, other.scale)
        guard let left = coefficient(atScale: scale), let right = other.coefficient(atScale: scale) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(coefficient: sum, scale: scale)
    }

    /// The quotient, rounded to ten decimals; nil where it needs more than 38 digits. The divisor is positive.
    func divided(by count: Int) -> DecimalNumber? {
        let scale = max(scale, 10)
        guard let numerator = coefficient(atScale: scale) else { return nil }
        let divisor = Int128(count)
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: divisor)
        let carry: Int128 = abs(rest) * 2 >= divisor ? (numerator < 0 ? -1 : 1) : 0
        return DecimalNumber(coefficient: quotient + carry, scale: scale).rounded(to: 10)
    }

    /// A hundred times as much; nil where that needs more than 38 digits.
    var percent: DecimalNumber? {
        if scale >= 2 { return DecimalNumber(coefficient: coefficient, scale: scale - 2) }
        return coefficient(atScale: 2).map { DecimalNumber(coefficient: $0, scale: 0) }
    }

    /// Whether it is smaller. Where the exact comparison needs too many digits, the nearest doubles decide.
    func isLess(than other: DecimalNumber) -> Bool {
        let scale = max(scale, other.scale)
        if let left = coefficient(atScale: scale), let right = other.coefficient(atScale: scale) {
            return left < right
        }
        return double < other.double
    }

    private func coefficient(atScale wanted: Int) -> Int128? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: DecimalNumber.power(wanted - scale))
        return overflow ? nil : product
    }
}
