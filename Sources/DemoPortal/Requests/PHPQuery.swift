/// A query string or form body, read as PHP reads it: `filter[>ID]=5&select[]=ID&fields[PHONE][0][VALUE]=1`.
///
/// PHP drops what exceeds its limits in silence; here that is an error, so that nobody loses parameters unnoticed.
enum PHPQuery {
    enum Failure: Error, Hashable, Sendable {
        case tooManyPairs
        case tooDeep
    }

    static let mostPairs = 10_000
    static let deepest = 64

    /// Reads `text`; only limits can be exceeded, everything else means something to PHP.
    static func parse(_ text: some Collection<UInt8>) throws(Failure) -> ParameterMap {
        let root = Node()
        var pairs = 0
        for pair in text.split(separator: UInt8(ascii: "&")) {
            pairs += 1
            guard pairs <= mostPairs else { throw .tooManyPairs }
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            let name = decode(pair[..<(equals ?? pair.endIndex)])
            let value = equals.map { decode(pair[pair.index(after: $0)...]) } ?? []
            guard let path = path(of: name) else { continue }
            guard path.count <= deepest else { throw .tooDeep }
            root.insert(String(decoding: value, as: UTF8.self), at: path[...])
        }
        guard case .map(let map) = root.frozen(isRoot: true) else { return ParameterMap() }
        return map
    }

    static func parse(_ text: String) throws(Failure) -> ParameterMap { try parse(Array(text.utf8)) }

    /// Percent-decoding as PHP does it: `+` is a space, and a `%` without two hexadecimal digits stands for itself.
    static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            bytes.formIndex(after: &position)
            if byte == UInt8(ascii: "%"), let (value, next) = hexPair(bytes, at: position) {
                decoded.append(value)
                position = next
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return decoded
    }

    private static func hexPair<Bytes: Collection<UInt8>>(
        _ bytes: Bytes, at position: Bytes.Index
    ) -> (UInt8, Bytes.Index)? {
        guard position < bytes.endIndex, let high = hexDigit(bytes[position]) else { return nil }
        let second = bytes.index(after: position)
        guard second < bytes.endIndex, let low = hexDigit(bytes[second]) else { return nil }
        return (high << 4 | low, bytes.index(after: second))
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// `a[b][]` → `a`, `b`, nothing (the next free number); nil for a name that PHP passes over.
    private static func path(of name: [UInt8]) -> [String?]? {
        var name = name.drop { $0 == 0x20 }
        guard !name.isEmpty else { return nil }
        guard let open = name.firstIndex(of: UInt8(ascii: "[")), open > name.startIndex else {
            return [rootName(name)]
        }
        var path: [String?] = [rootName(name[..<open])]
        if !name[open...].contains(UInt8(ascii: "]")) { return [rootName(name)] }
        name = name[open...]
        while name.first == UInt8(ascii: "["), let close = name.firstIndex(of: UInt8(ascii: "]")) {
            let key = name[(name.startIndex + 1)..<close]
            path.append(key.isEmpty ? nil : String(decoding: key, as: UTF8.self))
            name = name[(close + 1)...]
        }
        return path
    }

    /// PHP once made variables of parameters, so that these characters still become underscores.
    private static func rootName(_ name: ArraySlice<UInt8>) -> String {
        let special: [UInt8] = [0x20, 0x2E, 0x5B]
        return String(decoding: name.map { special.contains($0) ? 0x5F : $0 }, as: UTF8.self)
    }
}

/// A parameter while a query is read; shared on purpose, so that inserting copies nothing.
private final class Node {
    private var value = ""
    private var names: [String] = []
    private var children: [Node] = []
    private var places: [String: Int] = [:]
    private var nextNumber = 0
    private var isMap = false

    func insert(_ text: String, at path: ArraySlice<String?>) {
        guard let step = path.first else {
            (names, children, places, nextNumber, isMap) = ([], [], [:], 0, false)
            value = text
            return
        }
        isMap = true
        child(step).insert(text, at: path.dropFirst())
    }

    private func child(_ step: String?) -> Node {
        let name = step ?? String(nextNumber)
        if let place = places[name] { return children[place] }
        if let number = Int(name), number >= nextNumber, number < .max, String(number) == name {
            nextNumber = number + 1
        }
        let child = Node()
        places[name] = children.count
        names.append(name)
        children.append(child)
        return child
    }

    /// A map whose names are 0, 1, 2 … becomes a list.
    func frozen(isRoot: Bool = false) -> Parameter {
        guard isMap || isRoot else { return .text(value) }
        let values = children.map { $0.frozen() }
        let isList = names.enumerated().allSatisfy { $1 == String($0) }
        if isList && !isRoot { return .list(values) }
        return .map(ParameterMap(zip(names, values).map { ($0, $1) }))
    }
}
