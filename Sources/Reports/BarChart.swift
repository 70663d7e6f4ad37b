/// A bar chart of block characters, for a fenced block of Markdown.
struct BarChart {
    /// The longest bar, in characters; each has eight steps.
    private static let longest = 30
    /// Longer labels are cut.
    private static let widestLabel = 40
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// One line for each point: label, bar, value. A bar of light shade is a negative value.
    static func lines(_ chart: Chart, currency: String?, locale: ReportLocale) -> [String] {
        let labelText = CellText(chart.x, values: [], currency: nil, locale: locale)
        let valueText = CellText(chart.y, values: chart.points.lazy.map(\.value), currency: currency, locale: locale)
        let labels = chart.points.map { shortened(labelText.text($0.label)) }
        let values = chart.points.map { clean(valueText.text($0.value)) }
        let numbers = chart.points.map { $0.value.number?.double }
        let largest = numbers.reduce(0) { max($0, abs($1 ?? 0)) }
        let bars = numbers.map { bar($0 ?? 0, largest: largest) }
        let labelWidth = labels.reduce(0) { max($0, DisplayWidth.of($1)) }
        let barWidth = bars.reduce(0) { max($0, $1.unicodeScalars.count) }
        let valueWidth = values.reduce(0) { max($0, DisplayWidth.of($1)) }
        return labels.indices.map { index in
            let label = labels[index] + spaces(labelWidth - DisplayWidth.of(labels[index]))
            let bar = bars[index] + spaces(barWidth - bars[index].unicodeScalars.count)
            let value = spaces(valueWidth - DisplayWidth.of(values[index])) + values[index]
            let line = "\(label)  \(bar)  \(value)".reversed().drop { $0 == " " }
            return String(line.reversed())
        }
    }

    static func bar(_ value: Double, largest: Double) -> String {
        guard largest > 0, value != 0 else { return "" }
        let steps = max(1, Int((abs(value) / largest * Double(longest * 8)).rounded()))
        if value < 0 { return String(repeating: "░", count: max(1, steps / 8)) }
        return String(repeating: "█", count: steps / 8) + eighths[steps % 8]
    }

    private static func shortened(_ label: String) -> String {
        let clean = clean(label)
        guard DisplayWidth.of(clean) > widestLabel else { return clean }
        var short = ""
        var width = 1
        for character in clean {
            width += DisplayWidth.of(character)
            if width > widestLabel { break }
            short.append(character)
        }
        return short + "…"
    }

    /// On one line and without control characters; nothing else is special between the fences.
    private static func clean(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBreak = scalar.properties.isWhitespace && scalar != "\u{A0}"
            safe.append(isBreak ? " " : MarkdownText.isHarmful(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(safe)
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
