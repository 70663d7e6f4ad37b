import Trials

@testable import Reports

/// Text made of what breaks formats.
enum HostileText {
    private static let pieces = [
        "|", "\\", "\n", "\r\n", "\r", "\t", "`", "```", "*", "_", "<", ">", "&amp;", "#", " ", "\"", "'", ",", ";",
        "=", "+", "-",
        "@", "＝", "\u{301}", "\u{2028}", "\u{0}", "\u{1B}", "\u{202E}", "\u{FEFF}", "Привет", "金", "🚀", "1000.00", "-5",
        "a",
    ]

    static func make(using random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    static func cell(using random: inout SeededRandom) -> CellValue {
        switch Int.random(in: 0...9, using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .integer(Int.random(in: Int.min...Int.max, using: &random))
        case 3:
            .double(Double(bitPattern: random.next()).isFinite ? Double.random(in: -1e9...1e9, using: &random) : 0.1)
        default: .text(make(using: &random))
        }
    }

    /// Pipes that a backslash doesn't escape.
    static func barePipes(in line: String) -> Int {
        var count = 0
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if scalar == "|", !isEscaped { count += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return count
    }
}
