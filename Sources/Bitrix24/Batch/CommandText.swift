import JSON

/// A call as a command of a REST 2 batch: `method?query`, with PHP's way of nesting: `filter[>ID]=5&select[0]=ID`.
struct CommandText: Sendable {
    /// Why a call can't be a command.
    enum Obstacle: Error, Hashable, Sendable {
        /// The portal takes the method alone only: a batch in a batch is refused, files are too large for one.
        case method
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
            case .method: "the portal takes it alone only"
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
    /// In texts of commands that refer to each other `$result[@0]` stands for the first of them.
    static let reference = "$result[@"

    /// `method?query`, in signs that need no escape in JSON.
    private let bytes: [UInt8]
    /// Where the name of a command that is referred to lacks its beginning.
    private let gaps: [Int]

    /// Writes a call as a command.
    ///
    /// - Parameter allowsReferences: whether `$result[@…]` in a text is meant as a reference.
    init(_ call: PortalCall, allowsReferences: Bool = false) throws(Obstacle) {
        guard Self.isTakenInBatches(call.method) else { throw .method }
        guard call.parameters.array == nil || call.parameters.array?.isEmpty == true else { throw .positional }
        var query = QueryWriter(
            method: call.method, allowsReferences: allowsReferences, allowsEmpty: !call.isWrite)
        for (name, value) in call.parameters.object ?? [:] { try query.write(value, below: name) }
        bytes = query.bytes
        gaps = query.gaps
        guard bytes.count <= Self.longest else { throw .tooLong }
    }

    private static func isTakenInBatches(_ method: String) -> Bool {
        let name = method.lowercased()
        return name != "batch" && !name.contains("upload") && !name.hasPrefix("disk.file.")
    }

    /// Its length in bytes, without the beginnings of names.
    var length: Int { bytes.count }

    /// Appends it to a batch whose commands' names begin with `prefix`.
    func append(to body: inout [UInt8], prefix: String) {
        var start = 0
        for gap in gaps {
            body.append(contentsOf: bytes[start..<gap])
            body.append(contentsOf: prefix.utf8)
            start = gap
        }
        body.append(contentsOf: bytes[start...])
    }

    /// The command as text, where no names need a beginning.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes values as PHP reads them from a query.
private struct QueryWriter {
    let allowsReferences: Bool
    let allowsEmpty: Bool
    var bytes: [UInt8]
    var gaps: [Int] = []
    private var name: [UInt8] = []
    private var isFirst = true

    init(method: String, allowsReferences: Bool, allowsEmpty: Bool) {
        self.allowsReferences = allowsReferences
        self.allowsEmpty = allowsEmpty
        bytes = Array(method.utf8)
        bytes.reserveCapacity(256)
    }

    /// Writes a value whose name stands in the object that is being written.
    mutating func write(_ value: JSONValue, below key: some StringProtocol) throws(CommandText.Obstacle) {
        let length = name.count
        if length > 0 { name.append(UInt8(ascii: "[")) }
        name.appendPercentEncoded(key)
        if length > 0 { name.append(UInt8(ascii: "]")) }
        try write(value)
        name.removeLast(name.count - length)
    }

    private mutating func write(_ value: JSONValue) throws(CommandText.Obstacle) {
        switch value {
        case .null: throw .null
        case .bool(let bool): add(bool ? "1" : "0")
        case .integer(let integer): add(String(integer))
        case .double(let double): add(double.description)
        case .string(let string): try add(text: string)
        case .array(let elements):
            guard !elements.isEmpty || allowsEmpty else { throw .empty }
            for (position, element) in elements.enumerated() { try write(element, below: String(position)) }
        case .object(let members):
            guard !members.isEmpty || allowsEmpty else { throw .empty }
            for (key, member) in members { try write(member, below: key) }
        }
    }

    private mutating func beginPair() {
        bytes.append(isFirst ? UInt8(ascii: "?") : UInt8(ascii: "&"))
        isFirst = false
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: "="))
    }

    private mutating func add(_ value: String) {
        beginPair()
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func add(text: String) throws(CommandText.Obstacle) {
        guard text.utf8.contains(UInt8(ascii: "$")) else {
            beginPair()
            return bytes.appendPercentEncoded(text)
        }
        guard allowsReferences || !Self.looksLikeReference(text) else { throw .reference }
        beginPair()
        let parts = text.split(separator: CommandText.reference, omittingEmptySubsequences: false)
        bytes.appendPercentEncoded(parts.first ?? "")
        for part in parts.dropFirst() {
            bytes.appendPercentEncoded(CommandText.reference.dropLast())
            gaps.append(bytes.count)
            bytes.appendPercentEncoded(part)
        }
    }

    /// Whether the portal might put something else in place of a part of the text.
    private static func looksLikeReference(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["$result", "$next", "$total", "$time", "$error"].contains { text.contains($0) }
    }
}

extension [UInt8] {
    /// Appends a text with everything percent-encoded but what no reader of a query can take for anything else.
    mutating func appendPercentEncoded(_ text: some StringProtocol) {
        for byte in text.utf8 {
            if byte.isCodeByte {
                append(byte)
            } else {
                append(UInt8(ascii: "%"))
                append(Self.digit(byte >> 4))
                append(Self.digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension String {
    /// The text percent-encoded, see `appendPercentEncoded`.
    var percentEncoded: String {
        var bytes: [UInt8] = []
        bytes.appendPercentEncoded(self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
