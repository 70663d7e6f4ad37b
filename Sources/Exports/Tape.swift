/// simdjson's tape: a word for each value, which names its kind and where it goes on.
struct Tape {
    let words: UnsafePointer<UInt64>
    let strings: UnsafePointer<UInt8>

    /// Where the document's only value stands.
    static let root = 1

    /// The kind of a value: one of `{ [ " l u d t f n`.
    @inline(__always)
    func kind(at index: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[index] >> 56) }

    /// The index behind a value.
    @inline(__always)
    func end(at index: Int) -> Int {
        switch kind(at: index) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): Int(truncatingIfNeeded: words[index] & 0xFFFF_FFFF)
        case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
        default: index + 1
        }
    }

    /// The indices of what an object or an array holds, its closing word left out; names stand before their values.
    @inline(__always)
    func inside(at index: Int) -> Range<Int> { index + 1..<max(index + 1, end(at: index) - 1) }

    /// The UTF-8 of a string or a name.
    @inline(__always)
    func text(at index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = strings + Int(truncatingIfNeeded: words[index] & 0x00FF_FFFF_FFFF_FFFF)
        let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        return UnsafeBufferPointer(start: start + 4, count: Int(count))
    }

    /// The number of the kind `l`.
    @inline(__always)
    func integer(at index: Int) -> Int64 { Int64(bitPattern: words[index + 1]) }

    /// The number of the kind `u`.
    @inline(__always)
    func unsigned(at index: Int) -> UInt64 { words[index + 1] }

    /// The number of the kind `d`.
    @inline(__always)
    func double(at index: Int) -> Double { Double(bitPattern: words[index + 1]) }
}
