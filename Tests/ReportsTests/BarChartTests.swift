import Testing

@testable import Reports

@Suite("A bar chart")
struct BarChartTests {
    @Test("Bars have eighths of a character and thirty characters at most")
    func bars() {
        #expect(BarChart.bar(240, largest: 240) == String(repeating: "█", count: 30))
        #expect(BarChart.bar(9, largest: 240) == "█▏")
        #expect(BarChart.bar(0.001, largest: 240) == "▏")
        #expect(BarChart.bar(0, largest: 240) == "")
        #expect(BarChart.bar(0, largest: 0) == "")
        #expect(BarChart.bar(-80, largest: 240) == String(repeating: "░", count: 10))
        #expect(BarChart.bar(-0.001, largest: 240) == "░")
    }

    @Test("Labels, bars and values stand below each other, whatever their width")
    func alignment() {
        let points: [(String, CellValue)] = [
            ("金", .integer(30)), ("abc", .integer(4)), ("?", .text("none")), ("", .null),
        ]
        let chart = Chart(
            x: Column(field: "A"), y: Column(field: "B"),
            points: points.map { Chart.Point(label: .text($0.0), value: $0.1) })
        #expect(
            BarChart.lines(chart, currency: nil, locale: .en) == [
                "金   \(String(repeating: "█", count: 30))    30",
                "abc  ████                               4",
                "?                                    none",
                "",
            ])
    }

    @Test("A long label is cut to forty columns, control characters and line breaks are gone")
    func labels() {
        let points = [String(repeating: "ж", count: 50), String(repeating: "金", count: 50), "a\nb\u{1B}c"]
            .map { Chart.Point(label: .text($0), value: .integer(1)) }
        let lines = BarChart.lines(
            Chart(x: Column(field: "A"), y: Column(field: "B"), points: points), currency: nil, locale: .en)
        #expect(lines[0].hasPrefix(String(repeating: "ж", count: 39) + "…  █"))
        #expect(lines[1].hasPrefix(String(repeating: "金", count: 19) + "…   █"))
        #expect(lines[2].hasPrefix("a b\u{FFFD}c "))
    }
}
