/// What the values of a JSON text are documented to be, so that they become that on their way to whoever reads them.
///
/// A value that doesn't fit its shape comes as it is: it is never lost and never an error. A `null` member is absent,
/// whatever its shape.
///
/// - `any`: as it came.
/// - `integer`: a text that is a canonical decimal integer of 64 bits (no leading zero, no `-0`, no spaces) becomes it;
///   so does a number without a fraction that fits 64 bits.
/// - `number`: a text that is a decimal numeral (`-`, digits without a leading zero, a fraction, an exponent) becomes an
///   integer if it is written as one and fits 64 bits, else a double if it has at most 15 significant digits.
/// - `flag`: `"Y"`, `"1"` and 1 become true, `"N"`, `"0"` and 0 false.
/// - `letterFlag`: `"Y"` becomes true, `"N"` false.
/// - `list`: an array is one, with a shape for its elements; an object whose names are canonical integers in ascending
///   order, the first of them 0 or 1 (PHP's list with gaps), or that is empty, becomes the array of its values; `false` (PHP's empty
///   list) an empty array; any other scalar is a single value, and gets the shape of an element; any other object comes
///   as it is.
/// - `map`: an object, with a shape for its values; an array becomes the object whose names are "0", "1", …
/// - `record`: an object, with a shape for each of its members; an empty array becomes an empty object, and in any other
///   array each element has the record's shape.
/// - `tuple`: an array, with a shape for each position; what lies behind the last one is `any`.
///
/// A shape is kept as it travels: one byte for its kind and what belongs to it, depth first. Putting shapes together is
/// therefore joining bytes. A record or a tuple without any other shape in it is `any`, `object` aside, and so is whatever is nested more
/// than 100 deep.
public struct JSONShape: Hashable, Sendable {
    /// What stands first in a shape's bytes.
    enum Kind: UInt8 {
        case any, integer, number, flag, letterFlag, list, map, record, tuple
    }

    /// How many shapes may lie in each other.
    static let deepest = 100

    /// The shape depth first, the one byte of `any` included.
    let encoded: [UInt8]
    /// How many shapes lie in each other below this one.
    let depth: Int

    /// As it came.
    public static let any = JSONShape(.any)
    /// A whole number.
    public static let integer = JSONShape(.integer)
    /// A number.
    public static let number = JSONShape(.number)
    /// Yes or no, as a letter or a digit.
    public static let flag = JSONShape(.flag)
    /// Yes or no, as a letter only: where 0 and 1 mean something else.
    public static let letterFlag = JSONShape(.letterFlag)

    /// An object of whose members nothing is known: PHP's empty array becomes an empty object.
    public static let object = JSONShape(record: [], prefixes: [])

    /// An array whose elements are alike.
    public static func list(_ element: JSONShape) -> JSONShape { JSONShape(.list, [], [element]) }

    /// An object whose names are identifiers or codes, and whose values are alike.
    public static func map(_ value: JSONShape) -> JSONShape { JSONShape(.map, [], [value]) }

    /// An array with a shape for each position.
    public static func tuple(_ elements: [JSONShape]) -> JSONShape {
        let known = elements.prefix((elements.lastIndex { !$0.isAny } ?? -1) + 1)
        return known.isEmpty ? .any : JSONShape(.tuple, length(known.count), known)
    }

    /// An object with a shape for each member; members that aren't named are `any`.
    ///
    /// - Parameters:
    ///   - members: by their exact names; of equal names the first one counts.
    ///   - prefixes: shapes of members that aren't named, by how their names begin; the first that fits counts.
    public static func record(
        _ members: [(name: String, shape: JSONShape)], prefixes: [(prefix: String, shape: JSONShape)] = []
    ) -> JSONShape {
        let beginnings = prefixes.allSatisfy(\.shape.isAny) ? [] : prefixes.map { (Array($0.prefix.utf8), $0.shape) }
        var named: [[UInt8]: JSONShape] = [:]
        for (name, shape) in members where named[Array(name.utf8)] == nil { named[Array(name.utf8)] = shape }
        let known = named.filter { name, shape in !shape.isAny || beginnings.contains { name.starts(with: $0.0) } }
        let sorted = known.sorted { isBefore($0.key, $1.key) }.map { ($0.key, $0.value) }
        guard !sorted.isEmpty || !beginnings.isEmpty else { return .any }
        return JSONShape(record: sorted, prefixes: beginnings)
    }

    /// Whether everything comes as it is.
    public var isAny: Bool { encoded == [Kind.any.rawValue] }

    /// The shape as it travels; empty for `any`.
    public var bytes: [UInt8] { isAny ? [] : encoded }
}

extension JSONShape {
    /// A shape with others in it, or without.
    private init(_ kind: Kind, _ head: [UInt8] = [], _ inner: some Collection<JSONShape> = [JSONShape]()) {
        var bytes = [kind.rawValue]
        bytes.reserveCapacity(1 + head.count + inner.reduce(0) { $0 + $1.encoded.count })
        bytes += head
        for shape in inner { bytes += shape.encoded }
        self.init(bytes, depth: inner.map { $0.depth + 1 }.max() ?? 0)
    }

    private init(record members: [([UInt8], JSONShape)], prefixes: [([UInt8], JSONShape)]) {
        var bytes = [Kind.record.rawValue] + Self.length(members.count) + Self.length(prefixes.count)
        for (name, shape) in members + prefixes {
            bytes += Self.length(name.count)
            bytes += name
            bytes += shape.encoded
        }
        self.init(bytes, depth: (members + prefixes).map { $1.depth + 1 }.max() ?? 0)
    }

    private init(_ encoded: [UInt8], depth: Int) {
        let isTooDeep = depth > Self.deepest
        self.encoded = isTooDeep ? [Kind.any.rawValue] : encoded
        self.depth = isTooDeep ? 0 : depth
    }

    /// Members are looked up by halving, and shorter names are quicker to tell apart.
    private static func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }

    /// A length as it travels: seven bits a byte, the lowest first, the eighth bit telling that another one follows.
    private static func length(_ count: Int) -> [UInt8] {
        var rest = count
        var bytes: [UInt8] = []
        while rest >= 128 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
