/// Bytes on their way to a file, in one piece of memory that grows and is used again.
///
/// An array would do as well, but asks at every cell whether it is shared.
public struct OutputBytes: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline var used = 0

    /// Memory for that many bytes at first.
    public init(capacity: Int = 256) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// How many bytes there are.
    @inlinable public var count: Int { used }

    /// Lends them.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: start, count: used))
    }

    /// A copy of them.
    public var array: [UInt8] { withBytes { Array($0) } }

    /// Forgets them and keeps the memory.
    public mutating func removeAll() { used = 0 }

    /// Makes room for `size` more bytes and gives the place behind the last one. What is written there counts after
    /// `advance(by:)`, and the place is good until the next call.
    @inlinable @inline(__always)
    public mutating func room(for size: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - used < size { grow(by: size) }
        return start + used
    }

    /// Takes in bytes that were written at the place that `room(for:)` gave.
    @inlinable @inline(__always)
    public mutating func advance(by size: Int) { used += size }

    /// Adds one byte.
    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        room(for: 1).pointee = byte
        used += 1
    }

    /// Adds some bytes.
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        room(for: bytes.count).update(from: source, count: bytes.count)
        used += bytes.count
    }

    /// Adds a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Adds a text of the program's own.
    public mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @usableFromInline
    mutating func grow(by size: Int) {
        capacity = max(capacity * 2, used + size)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: used)
        start.deallocate()
        start = larger
    }
}
