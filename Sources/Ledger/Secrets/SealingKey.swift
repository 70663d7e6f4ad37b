import Crypto
import FoundationEssentials

/// The key that tokens are sealed with: 32 bytes. It shows itself nowhere.
public struct SealingKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let key: SymmetricKey

    /// A key of 32 bytes; nil if there are more or less.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A key as 64 hexadecimal digits or as Base64, with white space around it, as a file has it; nil if it is neither.
    public init?(text: String) {
        let digits = Array(text.utf8).filter { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        if let bytes = Self.hexadecimal(digits) {
            self.init(bytes: bytes)
        } else if let data = Data(base64Encoded: String(decoding: digits, as: UTF8.self)) {
            self.init(bytes: [UInt8](data))
        } else {
            return nil
        }
    }

    /// What a file has: the 32 bytes themselves, or a text as `init(text:)` takes it.
    public init?(fileContents: [UInt8]) {
        if let key = SealingKey(text: String(decoding: fileContents, as: UTF8.self)) {
            self = key
        } else {
            self.init(bytes: fileContents)
        }
    }

    /// Says only that it is a key.
    public var description: String { "a sealing key" }
    /// Says only that it is a key.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Seals a secret so that it can be opened for this portal alone.
    func seal(_ secret: [UInt8], portal: String) throws -> Data {
        try ChaChaPoly.seal(secret, using: key, authenticating: Array(portal.utf8)).combined
    }

    func open(_ sealed: Data, portal: String) throws -> [UInt8] {
        [UInt8](try ChaChaPoly.open(.init(combined: sealed), using: key, authenticating: Array(portal.utf8)))
    }

    private static func hexadecimal(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Character(UnicodeScalar(digits[place])).hexDigitValue,
                let low = Character(UnicodeScalar(digits[place + 1])).hexDigitValue
            else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return bytes
    }
}
