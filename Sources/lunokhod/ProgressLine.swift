/// How far a long work has come, on one line of a terminal.
struct ProgressLine: Hashable {
    /// What is worked on.
    var title: String?
    /// What is counted, such as `items`.
    var unit = "items"
    /// How many are done.
    var done: Int
    /// How many there are, if that is known.
    var total: Int?
    /// Since the work began, in seconds.
    var elapsed: Double

    private static let widestBar = 24
    private static let narrowestBar = 8

    /// The line, in at most so many columns. What fits least goes first: the bar, the rate, the rest of the title.
    func text(width: Int) -> String {
        let title = Self.printable(title ?? "")
        let left = remaining.map { "≈ \($0) left" }
        let candidates: [[String?]] = [
            [counted, rate, left], [counted, left], [counted], [percent.map { "\($0)%" } ?? "\(done)"],
        ]
        var facts = ""
        for candidate in candidates {
            facts = candidate.compactMap { $0 }.joined(separator: "  ")
            if Self.columns(of: facts) <= max(1, width - min(Self.columns(of: title), 12) - 2) { break }
        }
        let room = width - Self.columns(of: facts)
        let shown = Self.shortened(title, to: room - 2)
        return [shown, bar(in: room - Self.columns(of: shown) - 4), facts].filter { !$0.isEmpty }.joined(
            separator: "  ")
    }

    /// The done part, from 0 to 1.
    private var part: Double? {
        guard let total, total > 0 else { return nil }
        return min(1, Double(done) / Double(total))
    }

    /// Rounded down: 100 is for what is done.
    private var percent: Int? { part.map { Int($0 * 100) } }

    private var counted: String {
        guard let total, let percent else { return "\(done) \(unit)" }
        return "\(percent)%  \(done)/\(total) \(unit)"
    }

    private var perSecond: Double? { done > 0 && elapsed >= 1 ? Double(done) / elapsed : nil }

    private var rate: String? {
        guard let perSecond else { return nil }
        return perSecond >= 10 ? "\(Int(perSecond.rounded()))/s" : "\(Double(Int(perSecond * 10)) / 10)/s"
    }

    /// What the rest takes if it goes on as before.
    private var remaining: String? {
        guard let perSecond, let total, total > done else { return nil }
        let seconds = Double(total - done) / perSecond
        guard seconds.isFinite, seconds < 1e9 else { return nil }
        return switch Int(seconds.rounded(.up)) {
        case ...90: "\(max(1, Int(seconds.rounded(.up)))) s"
        case ...5_400: "\(Int((seconds / 60).rounded())) min"
        case ...172_800: "\(Int((seconds / 3_600).rounded())) h"
        default: "\(Int((seconds / 86_400).rounded())) days"
        }
    }

    private func bar(in room: Int) -> String {
        guard let part, room >= Self.narrowestBar else { return "" }
        let width = min(room, Self.widestBar)
        let full = Int(part * Double(width))
        return String(repeating: "━", count: full) + String(repeating: "─", count: width - full)
    }

    /// A title comes from a script: it must not move the cursor or begin a line.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !$0.properties.generalCategory.isInvisible || $0 == " " }))
    }

    private static func shortened(_ text: String, to room: Int) -> String {
        guard columns(of: text) > room else { return text }
        var width = 1
        let kept = text.prefix { character in
            width += columns(of: String(character))
            return width <= room
        }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// How many columns a terminal needs. A letter that may be wide counts as two: rather a line too short than broken.
    private static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (($1.value >= 0x1100 && $1.value < 0x1E00) || $1.value >= 0x2E80 ? 2 : 1) }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isInvisible: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }
}
