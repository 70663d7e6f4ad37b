/// Cuts a stream of bytes, which comes in pieces of any size, into frames.
public struct FrameDecoder: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0

    /// A decoder at the beginning of a stream.
    public init() {}

    /// Takes the next piece of the stream.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 20)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Gets the next whole frame; nil until more bytes come.
    public mutating func next() throws(WireError) -> Frame? {
        let available = buffer.count - start
        guard available >= Frame.headerLength else { return nil }
        let (kind, length) = try Frame.read(header: buffer[start..<(start + Frame.headerLength)])
        guard available >= Frame.headerLength + length else { return nil }
        let payloadStart = start + Frame.headerLength
        let payload = Array(buffer[payloadStart..<(payloadStart + length)])
        start = payloadStart + length
        return Frame(kind: kind, payload: payload)
    }

    /// Whether the stream may end here: no frame has begun.
    public var isBetweenFrames: Bool { start == buffer.count }
}
