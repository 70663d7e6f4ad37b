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
        hasColours ? Self.styled(text, style) : text
    }

    /// A text between marks of our own, which `escaped` turns into the terminal's commands.
    static func styled(_ text: String, _ style: Style) -> String { "\(mark)\(style.rawValue)m\(text)\(mark)0m" }

    /// Where a command of ours begins. Nobody else can write it: it is made of characters that stand for nothing, in an
    /// order that each process draws anew.
    private static let mark = String(
        String.UnicodeScalarView((0..<16).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0xFDD0...0xFDEF)) }))

    /// The text with its styles as commands of the terminal, and with everything else that a terminal or a reader would
    /// take for a command shown as `�`: texts come from portals, files and scripts.
    static func escaped(_ text: String) -> String {
        // Scalar by scalar, so that nothing in front of a mark joins it.
        let pieces = text.unicodeScalars.split(
            separator: Array(mark.unicodeScalars), maxSplits: .max, omittingEmptySubsequences: false)
        var result = String.UnicodeScalarView()
        for (position, piece) in pieces.enumerated() {
            if position > 0 { result.append(contentsOf: "\u{1B}[".unicodeScalars) }
            result.append(contentsOf: piece.lazy.map { isForeign($0) ? "\u{FFFD}" : $0 })
        }
        return String(result)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Writes a text for people.
    func write(_ text: String) { write(Array(Self.escaped(text).utf8)) }

    /// Goes back to the beginning of the line and draws it anew.
    func redraw(_ line: String) { write(Array("\r\(Self.escaped(line))\u{1B}[K".utf8)) }

    /// Writes bytes as they are.
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
