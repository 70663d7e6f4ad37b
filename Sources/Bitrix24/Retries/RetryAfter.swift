/// The header by which a server that refuses a request for the moment says when to come back.
enum RetryAfter {
    /// Whoever says more is believed for a day, in seconds.
    static let longest = 86_400.0

    /// The seconds that a value names. A date, the other form, would need the server's clock; it is passed over.
    static func seconds(in value: String?) -> Double? {
        guard let value = value?.drop(while: { $0 == " " }), !value.isEmpty, value.utf8.allSatisfy(Self.isDigit) else {
            return nil
        }
        return Double(value).map { min($0, longest) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
