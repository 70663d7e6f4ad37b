import JSON

/// A call as a command of a REST 2 batch: `method?query`, with PHP's way of nesting: `filter[>ID]=5&select[0]=ID`.
struct CommandText: Sendable {
    /// Why a call can't be a command.
    enum Obstacle: Error, Hashable, Sendable {
        /// Batches take named parameters only.
        case positional
        /// There is no way to write `null`.
        case null
        /// An empty list or object of a change would be left out, which may mean something else.
        case empty
        /// A text that the portal would take for a reference to another command's result.
        case reference
        /// It is so long that it is better sent alone.
        case tooLong

        /// The obstacle in words.
        var reason: String {
            switch self {
            case .positional: "its parameters are a list"
            case .null: "a batch has no way to say null"
            case .empty: "a batch has no way to say an empty list"
            case .reference: "a text in it looks like a reference to another result"
            case .tooLong: "it is longer than \(CommandText.longest >> 10) kB"
            }
        }
    }

    /// Above this length a command is sent alone, in bytes.
    static let longest = 8 << 10

    /// `method?query`
    let text: String

    /// Writes a call as a command.
    ///
    /// - Parameter allowsReferences: whether `$result[…]` in a text is meant as a reference.
    init(_ call: PortalCall, allowsReferences: Bool = false) throws(Obstacle) {
        guard call.parameters.array == nil || call.parameters.array?.isEmpty == true else { throw .positional }
        var query = QueryWriter(allowsReferences: allowsReferences, allowsEmpty: !call.isWrite)
        for (name, value) in call.parameters.object ?? [:] { try query.write(value, name: name.percentEncoded) }
        text = query.text.isEmpty ? call.method : "\(call.method)?\(query.text)"
        guard text.utf8.count <= Self.longest else { throw .tooLong }
    }
}

/// Writes values as PHP reads them from a query.
private struct QueryWriter {
    let allowsReferences: Bool
    let allowsEmpty: Bool
    var text = ""

    mutating func write(_ value: JSONValue, name: String) throws(CommandText.Obstacle) {
        switch value {
        case .null: throw .null
        case .bool(let bool): add(name, bool ? "1" : "0")
        case .integer(let integer): add(name, String(integer))
        case .double(let double): add(name, double.description)
        case .string(let string):
            guard allowsReferences || !string.contains("$result") else { throw .reference }
            add(name, string.percentEncoded)
        case .array(let elements):
            guard !elements.isEmpty || allowsEmpty else { throw .empty }
            for (position, element) in elements.enumerated() { try write(element, name: "\(name)[\(position)]") }
        case .object(let members):
            guard !members.isEmpty || allowsEmpty else { throw .empty }
            for (key, member) in members { try write(member, name: "\(name)[\(key.percentEncoded)]") }
        }
    }

    private mutating func add(_ name: String, _ value: String) {
        if !text.isEmpty { text += "&" }
        text += "\(name)=\(value)"
    }
}

extension String {
    /// The text with everything percent-encoded but what no reader of a query can take for anything else.
    var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if byte.isCodeByte {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
