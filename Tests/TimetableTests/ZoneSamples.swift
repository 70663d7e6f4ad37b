/// Zone files (`zic -b slim`, tzdata of 2026, public domain) and what CPython's zoneinfo says about them.
enum ZoneSamples {
    /// Moments (seconds since the epoch) and the offset then, seconds east of UTC.
    struct Sample {
        let name: String
        let hex: String
        let offsets: [(Int, Int)]
        /// Local date and time, and the first moment that shows it.
        let local: [(String, Int)]
    }

    static func bytes(_ hex: String) -> [UInt8] {
        var digits = hex.utf8.filter { $0 > 0x20 }[...]
        var bytes: [UInt8] = []
        while digits.count >= 2 {
            let pair = digits.prefix(2).map { $0 >= 0x61 ? $0 - 0x57 : $0 - 0x30 }
            bytes.append(pair[0] << 4 | pair[1])
            digits = digits.dropFirst(2)
        }
        return bytes
    }

    static let all = europe + america + elsewhere
}
