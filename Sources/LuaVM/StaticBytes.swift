/// Bytes at an address that does not change while this lives, followed by a NUL, as C expects its strings.
final class StaticBytes {
    let pointer: UnsafeMutablePointer<CChar>
    let count: Int

    init(_ bytes: [UInt8]) {
        count = bytes.count
        pointer = .allocate(capacity: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { (pointer + index).initialize(to: CChar(bitPattern: byte)) }
        (pointer + bytes.count).initialize(to: 0)
    }

    deinit { pointer.deallocate() }
}
