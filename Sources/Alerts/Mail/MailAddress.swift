/// The address of a mailbox, such as `admin@example.com`.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address.
    public let text: String

    /// Reads an address: one `@`, ASCII signs, no names or angle brackets around it.
    public init(_ text: String) throws(AlertMistake) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, text.utf8.count <= 254 else {
            throw AlertMistake("is no mail address; write it as name@example.com")
        }
        let isLocal = { (byte: UInt8) in byte.isLetter || byte.isDigit || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte) }
        let isDomain = { (byte: UInt8) in byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x2E }
        guard parts[0].utf8.allSatisfy(isLocal), parts[1].utf8.allSatisfy(isDomain) else {
            throw AlertMistake("is a mail address with signs that are not supported; use ASCII letters and punycode")
        }
        self.text = text
    }

    /// What stands behind the `@`.
    var domain: Substring { text.drop { $0 != "@" }.dropFirst() }
    /// The address.
    public var description: String { text }
}
