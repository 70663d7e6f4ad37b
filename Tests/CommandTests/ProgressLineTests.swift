import Testing

@testable import lunokhod

@Suite struct ProgressLineTests {
    private func line(
        title: String? = "Deals", done: Int, total: Int? = nil, elapsed: Double, width: Int = 100
    ) -> String {
        ProgressLine(title: title, done: done, total: total, elapsed: elapsed).text(width: width)
    }

    @Test("a line has the title, a bar, percent, counts, the rate and what is left")
    func whole() {
        #expect(
            line(done: 50, total: 200, elapsed: 5, width: 90)
                == "Deals  ━━━━━━──────────────────  25%  50/200 items  10/s  ≈ 15 s left")
    }

    @Test("without a total there are no percent and no remaining time")
    func noTotal() {
        #expect(line(done: 1_200, elapsed: 2) == "Deals  1200 items  600/s")
    }

    @Test("nothing is worked out of the first second, of nothing done and of no items")
    func early() {
        #expect(line(title: nil, done: 5, total: 10, elapsed: 0.5, width: 20) == "50%  5/10 items")
        #expect(line(title: nil, done: 0, total: 10, elapsed: 60, width: 20) == "0%  0/10 items")
        #expect(line(done: 0, total: 0, elapsed: 60) == "Deals  0 items")
    }

    @Test("percent are rounded down, so that 100 means done")
    func percent() {
        #expect(line(done: 999, total: 1_000, elapsed: 1).contains("99%"))
        #expect(line(done: 1_000, total: 1_000, elapsed: 1).contains("100%"))
        #expect(line(done: 11, total: 10, elapsed: 1).contains("100%"))
    }

    @Test(
        "the remaining time is in the unit that a person would say",
        arguments: [(1, "1 s"), (90, "90 s"), (100, "2 min"), (180, "3 min"), (7_200, "2 h"), (400_000, "5 days")])
    func remaining(seconds: Int, text: String) {
        #expect(line(done: 1, total: 1 + seconds, elapsed: 1).hasSuffix("≈ \(text) left"))
    }

    @Test("slow work has a decimal in its rate")
    func slow() { #expect(line(done: 5, elapsed: 4).hasSuffix("1.2/s")) }

    @Test("a line is never wider than the terminal", arguments: 1...120)
    func fits(width: Int) {
        for title in [nil, "Deals", "Сделки и контакты очень большой компании", "商品の一覧商品の一覧商品の一覧"] {
            for total in [nil, 100_000] {
                let text = line(title: title, done: 12_345, total: total, elapsed: 100, width: max(width, 8))
                let columns = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
                #expect(columns <= max(width, 8), "\(text)")
            }
        }
    }

    @Test("a title can't move the cursor or begin a line")
    func title() {
        let text = line(title: "a\u{1B}[2J\r\nb\u{202E}c", done: 1, elapsed: 0)
        #expect(text == "a[2Jbc  1 items")
    }
}
