/// The path that a portal posts its events to: `/events/` and the portal's name.
public enum EventPath {
    private static let start = "/events/"

    /// Bytes of a portal's name at most.
    private static let longest = 128

    /// The path for the events of a portal, with what can't stand in an address percent-encoded.
    public static func path(of portal: String) -> String {
        var path = start
        for byte in portal.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: path.unicodeScalars.append(.init(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                path += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return path
    }

    /// The portal's name in a path without a query; nil for any other path.
    static func portal(of path: Substring) -> String? {
        guard path.hasPrefix(start) else { return nil }
        let name = path.dropFirst(start.utf8.count)
        guard !name.isEmpty, name.utf8.count <= longest, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
        guard name.utf8.contains(UInt8(ascii: "%")) else { return String(name) }
        return decoded(Array(name.utf8))
    }

    private static func decoded(_ bytes: [UInt8]) -> String? {
        var decoded: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "%") else {
                decoded.append(bytes[position])
                position += 1
                continue
            }
            guard position + 2 < bytes.count, let high = digit(bytes[position + 1]),
                let low = digit(bytes[position + 2])
            else { return nil }
            decoded.append(high << 4 | low)
            position += 3
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
