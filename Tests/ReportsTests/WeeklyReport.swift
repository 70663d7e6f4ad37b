@testable import Reports

/// A report with everything in it.
enum WeeklyReport {
    static let table = Table(
        title: "По менеджерам",
        columns: [
            Column(field: "LAST_NAME", title: "Менеджер"),
            Column(field: "deals", title: "Сделки", total: .sum),
            Column(field: "amount", title: "Сумма", format: .money, total: .sum),
            Column(field: "share", title: "Доля", format: .percent),
            Column(field: "closed", title: "Закрыта", format: .date),
        ],
        rows: [
            [
                .text("Петрова|*"), .integer(12), .text("1234567.50"), .double(0.6213),
                .text("2026-11-18T03:00:00+03:00"),
            ],
            [.text("Ким 金"), .integer(7), .text("-752300.00"), .double(0.3787), .null],
            [.text("=cmd()"), .integer(1), .text("по договорённости"), .null, .text("2026-11-16")],
        ])

    static let chart = Chart(
        x: Column(field: "LAST_NAME"), y: Column(field: "amount", format: .money),
        points: [
            Chart.Point(label: .text("Петрова"), value: .text("1234567.50")),
            Chart.Point(label: .text("Ким ```"), value: .text("-352300.00")),
            Chart.Point(label: .text("Ли"), value: .integer(20_000)),
        ])

    static let report = Report(
        title: "Выигранные сделки #", periodLabel: ReportLocale.ru.periodLabel(first: "2026-11-16", last: "2026-11-22"),
        subtitle: ["1. Портал demo"],
        blocks: [
            .text("Сделки, **выигранные** за неделю.\n"), .table(table), .chart(chart),
            .note("Данные неполные.\nСм. журнал."),
        ], generated: "24.11.2026 09:00", currency: "RUB")

    static func text(_ file: ReportFile?) -> String {
        String(decoding: file?.bytes ?? [], as: UTF8.self)
    }
}
