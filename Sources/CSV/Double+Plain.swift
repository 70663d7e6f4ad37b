extension Double {
    /// The shortest decimal form that is read back as the same double, never with an exponent; finite doubles only.
    public var plain: String {
        let text = description
        let halves = text.split(separator: "e")
        guard halves.count == 2, let exponent = Int(halves[1]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let sign = self < 0 ? "-" : ""
        let mantissa = halves[0].drop { $0 == "-" }.split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = mantissa[0] + fraction
        if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)" }
        return sign + digits + String(repeating: "0", count: Swift.max(0, exponent - fraction.utf8.count))
    }
}
