/// A message's envelope on the pipe: payload length (4 bytes, little endian), protocol version, kind, payload.
public struct Frame: Hashable, Sendable {
    /// The protocol that this build speaks. Host and sandbox are one release; a mismatch means a mixed installation.
    public static let version: UInt8 = 2
    /// Bytes before the payload.
    public static let headerLength = 6
    /// The longest payload, in bytes: more is a broken stream, not a message.
    public static let longestPayload = 256 << 20

    /// Which message the payload is.
    public var kind: UInt8
    /// The message's fields.
    public var payload: [UInt8]

    /// Makes a frame.
    public init(kind: UInt8, payload: [UInt8]) {
        self.kind = kind
        self.payload = payload
    }

    /// The frame as it goes through the pipe.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.headerLength + payload.count)
        bytes.append(contentsOf: Self.header(kind: kind, payloadLength: payload.count))
        bytes.append(contentsOf: payload)
        return bytes
    }

    /// The bytes that stand before a payload.
    public static func header(kind: UInt8, payloadLength: Int) -> [UInt8] {
        let length = UInt32(truncatingIfNeeded: payloadLength)
        return [
            UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8),
            UInt8(truncatingIfNeeded: length >> 16), UInt8(truncatingIfNeeded: length >> 24), version, kind,
        ]
    }

    /// Reads a header.
    public static func read(header: some Collection<UInt8>) throws(WireError) -> (kind: UInt8, payloadLength: Int) {
        let header = Array(header)
        guard header.count == headerLength else { throw .truncated }
        guard header[4] == version else { throw .version(header[4]) }
        let length = (0..<4).reduce(0) { $0 | Int(header[$1]) << (8 * $1) }
        guard length <= longestPayload else { throw .tooLong(length) }
        return (header[5], length)
    }
}

/// A stream of bytes that is not what host and sandbox say to each other.
public enum WireError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A message ended before its fields did.
    case truncated
    /// The other side speaks another version of the protocol.
    case version(UInt8)
    /// A payload of so many bytes.
    case tooLong(Int)
    /// A kind of message that does not exist.
    case unknownKind(UInt8)

    /// The sentence for the person who meets it.
    public var description: String {
        switch self {
        case .truncated: "a message between lunokhod and its sandbox is cut short"
        case .version(let version):
            "lunokhod speaks protocol \(Frame.version) and its sandbox \(version); install both from one release"
        case .tooLong(let length): "a message between lunokhod and its sandbox claims to be \(length) bytes long"
        case .unknownKind(let kind): "lunokhod and its sandbox don't know each other's message \(kind)"
        }
    }
}
