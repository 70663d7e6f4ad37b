/// Walks through the bytes of a form once, pair by pair.
struct FormReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: FormLimits
    private var tree = FormTree()
    /// Where names and values are decoded; kept, so that it is asked for memory once.
    private var scratch: [UInt8] = []
    private var pairs = 0

    init(bytes: UnsafeBufferPointer<UInt8>, limits: FormLimits) {
        self.bytes = bytes
        self.limits = limits
        scratch.reserveCapacity(min(bytes.count, 256))
    }

    mutating func read() throws(FormError) -> FormValue {
        var start = 0
        while start < bytes.count {
            var end = start
            var equals: Int?
            while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
                if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if end > start { try readPair(name: start..<(equals ?? end), value: (equals.map { $0 + 1 } ?? end)..<end) }
            start = end + 1
        }
        return tree.value()
    }

    private mutating func readPair(name: Range<Int>, value: Range<Int>) throws(FormError) {
        pairs += 1
        guard pairs <= limits.pairs else { throw .tooManyPairs(limit: limits.pairs) }
        guard name.count <= limits.nameBytes else { throw .nameTooLong(pair: pairs, limit: limits.nameBytes) }
        guard let node = try place(name) else { return }
        decode(value)
        tree.set(node, to: scratch.isEmpty ? "" : String(decoding: scratch, as: UTF8.self))
    }

    /// The place in the tree that a name means: `a[b][]` → `a`, `b`, the next free number; nil for a name that PHP
    /// passes over.
    private mutating func place(_ range: Range<Int>) throws(FormError) -> Int? {
        decode(range)
        guard let first = scratch.firstIndex(where: { $0 != 0x20 }) else { return nil }
        let open = scratch[first...].firstIndex(of: UInt8(ascii: "["))
        guard var open, open > first, var close = closing(after: open) else {
            return tree.child(rootName(first..<scratch.count), of: FormTree.root)
        }
        var node = tree.child(rootName(first..<open), of: FormTree.root)
        var depth = 1
        while true {
            depth += 1
            guard depth <= limits.depth else { throw .tooDeep(pair: pairs, limit: limits.depth) }
            let key = scratch[(open + 1)..<close]
            node = tree.child(key.isEmpty ? nil : String(decoding: key, as: UTF8.self), of: node)
            open = close + 1
            guard open < scratch.count, scratch[open] == UInt8(ascii: "["), let next = closing(after: open) else {
                return node
            }
            close = next
        }
    }

    private func closing(after open: Int) -> Int? { scratch[(open + 1)...].firstIndex(of: UInt8(ascii: "]")) }

    /// PHP once made variables of parameters, so that these characters still become underscores.
    private mutating func rootName(_ range: Range<Int>) -> String {
        for position in range {
            switch scratch[position] {
            case 0x20, 0x2E, 0x5B: scratch[position] = 0x5F
            default: break
            }
        }
        return String(decoding: scratch[range], as: UTF8.self)
    }

    /// Percent-decoding as PHP does it, into `scratch`.
    private mutating func decode(_ range: Range<Int>) {
        scratch.removeAll(keepingCapacity: true)
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "%"), position + 1 < range.upperBound,
                let high = FormReader.digit(bytes[position]), let low = FormReader.digit(bytes[position + 1])
            {
                scratch.append(high << 4 | low)
                position += 2
            } else {
                scratch.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
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
