import Glibc

/// Standard output or standard error: plain bytes, and colours where a person looks at them.
struct Terminal: Sendable {
    enum Style: String {
        case red = "31"
        case yellow = "33"
        case cyan = "36"
        case bold = "1"
        case dim = "2"
    }

    static let output = Terminal(descriptor: 1)
    static let error = Terminal(descriptor: 2)

    let descriptor: Int32

    /// Whether a person looks at it.
    var isWatched: Bool { isatty(descriptor) == 1 }

    /// Whether a person looks at it and has nothing against colours.
    var hasColours: Bool {
        guard isatty(descriptor) == 1, getenv("NO_COLOR") == nil else { return false }
        return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    /// Whether a line can be drawn over: a person looks at it, and it knows how to move its cursor.
    var canRedraw: Bool {
        guard isatty(descriptor) == 1, let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
        return !name.isEmpty && name != "dumb"
    }

    /// How many columns it has; 80 if it doesn't say.
    var width: Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    func styled(_ text: String, _ style: Style) -> String {
        hasColours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                // Whoever read it is gone, as in `lunokhod … | head`.
                guard count > 0 else { return }
                written += count
            }
        }
    }
}
