/// Writes metrics in Prometheus's text format, version 0.0.4.
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Begins a metric; its series follow.
    mutating func begin(_ name: String, kind: MetricFamilies.Kind, help: String?) {
        if let help { text += "# HELP \(name) \(PrometheusText.escaped(help, quotes: false))\n" }
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func add(_ name: String, _ labels: [MetricLabel], _ reading: MetricReading) {
        switch reading {
        case .number(let number): line(name, labels, PrometheusText.number(number))
        case .count(let count): line(name, labels, String(count))
        case .histogram(let histogram):
            var total: UInt64 = 0
            for (bound, count) in zip(histogram.bounds + [.infinity], histogram.counts) {
                total += count
                let bucket = MetricLabel(name: "le", value: PrometheusText.number(bound))
                line(name + "_bucket", labels + [bucket], String(total))
            }
            line(name + "_sum", labels, PrometheusText.number(histogram.sum))
            line(name + "_count", labels, String(total))
        }
    }

    private mutating func line(_ name: String, _ labels: [MetricLabel], _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{"
            for (place, label) in labels.enumerated() {
                if place > 0 { text += "," }
                text += "\(label.name)=\"\(PrometheusText.escaped(label.value, quotes: true))\""
            }
            text += "}"
        }
        text += " \(value)\n"
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value), abs(value) < 1e15 { return String(whole) }
        return value.description
    }

    /// By scalars, as a line's end after another character may be one letter with it.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\"" where quotes: escaped.append(contentsOf: "\\\"".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
