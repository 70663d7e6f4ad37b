import Testing
import Trials

@testable import Reports

@Suite("Markdown")
struct MarkdownFormatTests {
    private func markdown(_ report: Report, _ locale: ReportLocale) -> String {
        WeeklyReport.text(MarkdownFormat(locale: locale).render(report).first)
            .split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: "␣")
    }

    @Test("A whole report in Russian")
    func russian() {
        let golden = ##"""
            # Выигранные сделки \#

            **Период:** 16.11.2026 – 22.11.2026

            1\. Портал demo

            Сделки, **выигранные** за неделю.

            ## По менеджерам

            | Менеджер    | Сделки |              Сумма |   Доля | Закрыта    |
            | ----------- | -----: | -----------------: | -----: | ---------- |
            | Петрова\|\* |     12 |     1␣234␣567,50␣₽ | 62,1␣% | 18.11.2026 |
            | Ким 金      |      7 |      -752␣300,00␣₽ | 37,9␣% |            |
            | =cmd()      |      1 |  по договорённости |        | 16.11.2026 |
            | **Итого**   | **20** | **482␣267,50␣₽\*** |        |            |

            \* «Сумма»: не числа и не вошли в итог: 1.

            ````text
            Петрова  ██████████████████████████████  1␣234␣567,50␣₽
            Ким ```  ░░░░░░░░                         -352␣300,00␣₽
            Ли       ▌                                  20␣000,00␣₽
            ````

            > **Примечание:** Данные неполные.
            > См. журнал.

            Сформировано: 24.11.2026 09:00

            """##
        #expect(markdown(WeeklyReport.report, .ru) == golden)
    }

    @Test("A table in English")
    func english() {
        let report = Report(title: "Won deals", blocks: [.table(WeeklyReport.table)], currency: "USD")
        let golden = ##"""
            # Won deals

            ## По менеджерам

            | Менеджер    | Сделки |             Сумма |  Доля | Закрыта     |
            | ----------- | -----: | ----------------: | ----: | ----------- |
            | Петрова\|\* |     12 |     $1,234,567.50 | 62.1% | 18 Nov 2026 |
            | Ким 金      |      7 |      -$752,300.00 | 37.9% |             |
            | =cmd()      |      1 | по договорённости |       | 16 Nov 2026 |
            | **Total**   | **20** | **$482,267.50\*** |       |             |

            \* Сумма: values that are not numbers and not in the total: 1.

            """##
        #expect(markdown(report, .en) == golden)
    }

    @Test("An empty table and an empty chart say so")
    func empty() {
        let table = Table(title: "T", columns: [Column(field: "A")], rows: [])
        let chart = Chart(x: Column(field: "A"), y: Column(field: "B"), points: [])
        let report = Report(title: "R", blocks: [.table(table), .chart(chart), .text(" \n"), .note("")])
        #expect(markdown(report, .en) == "# R\n\n## T\n\n*No rows.*\n\n*No rows.*\n")
        #expect(markdown(report, .ru).contains("*Нет строк.*"))
    }

    @Test("Where every column has a total, the first one bears the word for it")
    func totalsEverywhere() {
        let table = Table(columns: [Column(field: "A", total: .sum)], rows: [[.integer(1)], [.integer(2)]])
        let report = Report(title: "R", blocks: [.table(table)])
        #expect(markdown(report, .ru).hasSuffix("|            1 |\n|            2 |\n| **Итого: 3** |\n"))
    }

    @Test("Alignment asked for is alignment given")
    func alignment() {
        let columns = [Column(field: "A", alignment: .center), Column(field: "B", alignment: .right)]
        let report = Report(
            title: "R", blocks: [.table(Table(columns: columns, rows: [[.text("xx"), .text("yyyyy")]]))])
        #expect(
            markdown(report, .en)
                == """
                # R

                |  A  |     B |
                | :-: | ----: |
                | xx  | yyyyy |

                """)
    }

    @Test("One very long cell doesn't make all the others as long")
    func longCell() {
        let rows =
            [[CellValue.text(String(repeating: "x", count: 1_000))]]
            + [[CellValue]](repeating: [.text("y")], count: 100)
        let report = Report(title: "R", blocks: [.table(Table(columns: [Column(field: "A")], rows: rows))])
        #expect(markdown(report, .en).utf8.count < 2_500)
    }

    @Test("Whatever the data, every row of a table has the same number of bare pipes, and no line is added")
    func fuzz() throws {
        var random = SeededRandom(seed: 1969)
        let formats = ColumnFormat.allCases.map(Optional.some) + [nil]
        for _ in 0..<300 {
            let columns = (1...Int.random(in: 1...5, using: &random)).map { _ in
                Column(
                    field: HostileText.make(using: &random), format: formats.randomElement(using: &random) ?? nil,
                    currency: "RUB", total: [.count, .max, nil].randomElement(using: &random) ?? nil)
            }
            let rows = (1...Int.random(in: 1...6, using: &random)).map { _ in
                columns.map { _ in HostileText.cell(using: &random) }
            }
            let report = Report(title: "R", blocks: [.table(Table(columns: columns, rows: rows))])
            let lines = markdown(report, .ru).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
                .dropLast()
            let hasTotals = columns.contains { $0.total != nil }
            try #require(lines.count == rows.count + 2 + (hasTotals ? 1 : 0))
            for line in lines { try #require(HostileText.barePipes(in: String(line)) == columns.count + 1, "\(line)") }
        }
    }

    @Test("No label can end the fence around a chart")
    func fence() {
        for backticks in ["```", "`````", "\n```\n"] {
            let point = Chart.Point(label: .text(backticks), value: .integer(1))
            let chart = Chart(x: Column(field: "A"), y: Column(field: "B"), points: [point])
            let lines = markdown(Report(title: "R", blocks: [.chart(chart)]), .en).split(separator: "\n")
            #expect(lines.count == 4)
            let fence = lines[3]
            #expect(lines[1] == fence + "text" && !lines[2].contains(fence) && fence.allSatisfy { $0 == "`" })
        }
    }
}
