/// The bytes for which a cell needs quotation marks, looked for sixteen at a time.
struct QuoteMarks: Sendable {
    private typealias Piece = SIMD16<UInt8>

    private let delimiter: SIMD16<UInt8>
    private let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    private let lineFeed = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    private let carriageReturn = SIMD16<UInt8>(repeating: UInt8(ascii: "\r"))

    init(delimiter: UInt8) { self.delimiter = SIMD16(repeating: delimiter) }

    /// Copies `count` bytes, at least one, and tells whether one of the marks is among them.
    @inline(__always)
    func copy(_ source: UnsafePointer<UInt8>, count: Int, to target: UnsafeMutablePointer<UInt8>) -> Bool {
        let from = UnsafeRawPointer(source)
        let to = UnsafeMutableRawPointer(target)
        // The last piece of a text overlaps the one before, so that nothing is read or written behind its end.
        switch count {
        case 16...:
            var found = search(copy(from, to, at: count - 16))
            var position = 0
            while position < count - 16 {
                found .|= search(copy(from, to, at: position))
                position += 16
            }
            return isAny(found)
        case 8...:
            let first: UInt64 = copy(from, to, at: 0)
            let last: UInt64 = copy(from, to, at: count - 8)
            return isAny(search(unsafeBitCast(SIMD2(first, last), to: Piece.self)))
        case 4...:
            let first: UInt32 = copy(from, to, at: 0)
            let last: UInt32 = copy(from, to, at: count - 4)
            return isAny(search(unsafeBitCast(SIMD4(first, last, first, last), to: Piece.self)))
        default:
            let (first, middle, last) = (source[0], source[count / 2], source[count - 1])
            target[0] = first
            target[count / 2] = middle
            target[count - 1] = last
            let quarter = SIMD4(first, middle, last, last)
            let half = SIMD8(lowHalf: quarter, highHalf: quarter)
            return isAny(search(Piece(lowHalf: half, highHalf: half)))
        }
    }

    @inline(__always)
    private func copy<Word>(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, at offset: Int) -> Word {
        let word = from.loadUnaligned(fromByteOffset: offset, as: Word.self)
        to.storeBytes(of: word, toByteOffset: offset, as: Word.self)
        return word
    }

    @inline(__always)
    private func search(_ piece: Piece) -> SIMDMask<SIMD16<Int8>> {
        (piece .== delimiter) .| (piece .== quote) .| (piece .== lineFeed) .| (piece .== carriageReturn)
    }

    @inline(__always)
    private func isAny(_ found: SIMDMask<SIMD16<Int8>>) -> Bool {
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }
}
