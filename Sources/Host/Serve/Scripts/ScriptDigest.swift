import Crypto

/// Tells one text from any other.
enum ScriptDigest {
    /// The SHA-256 of some bytes, as hexadecimal digits.
    static func text(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: digest, as: UTF8.self)
    }
}
