import Glibc
import Wire

/// One end of a pipe to the host, read and written in whole frames, blocking.
struct Pipe {
    /// The other side went away or the pipe broke.
    struct Closed: Error {}

    let descriptor: Int32

    /// Reads the next frame.
    func read() throws -> Frame {
        let (kind, length) = try Frame.read(header: try bytes(Frame.headerLength))
        return Frame(kind: kind, payload: try bytes(length))
    }

    /// Writes a frame.
    func write(_ frame: Frame) throws {
        try frame.bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw Closed() }
                written += count
            }
        }
    }

    private func bytes(_ length: Int) throws -> [UInt8] {
        var complete = true
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            while filled < length {
                let count = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), length - filled)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else {
                    complete = false
                    return
                }
                filled += count
            }
        }
        guard complete else { throw Closed() }
        return bytes
    }
}
