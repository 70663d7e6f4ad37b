/// Names as Prometheus allows them.
enum MetricName {
    /// A metric's name: what isn't allowed becomes `_`.
    static func metric(_ text: String) -> String { allowed(text, colon: true) }

    /// A label's name; names with two underscores in front belong to Prometheus.
    static func label(_ text: String) -> String {
        let name = allowed(text, colon: false)
        return name.hasPrefix("__") ? "label" + name : name
    }

    private static func allowed(_ text: String, colon: Bool) -> String {
        var name: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x5F: name.append(byte)
            case 0x30...0x39:
                if name.isEmpty { name.append(0x5F) }
                name.append(byte)
            case 0x3A where colon: name.append(byte)
            // One letter of another script is several bytes, which would be as many underscores.
            case 0x80...0xBF: break
            default: name.append(0x5F)
            }
        }
        return name.isEmpty ? "_" : String(decoding: name, as: UTF8.self)
    }
}
