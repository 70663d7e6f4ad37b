/// A stage of a funnel.
struct Stage: Hashable, Sendable {
    enum Meaning: String, Sendable {
        case process = "P"
        case success = "S"
        case failure = "F"
    }

    let id: String
    let name: String
    let meaning: Meaning
    let color: String
    /// Whether it can't be deleted.
    let isSystem: Bool

    init(_ id: String, _ name: String, _ meaning: Meaning = .process, color: String, isSystem: Bool = false) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.color = color
        self.isSystem = isSystem
    }
}

/// A funnel: the stages that records of one kind pass.
struct Funnel: Sendable {
    let family: Family
    /// The category; nil for leads, which have no categories.
    let category: Int?
    let name: String
    /// What the directory of its stages is called.
    let directory: String
    let stages: [Stage]

    /// The stage of that identifier.
    func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }

    /// The stages in which work goes on.
    var open: [Stage] { stages.filter { $0.meaning == .process } }
    var won: [Stage] { stages.filter { $0.meaning == .success } }
    var lost: [Stage] { stages.filter { $0.meaning == .failure } }

    /// Its place among the funnels of the same records.
    private var place: Int { Funnel.of(family).firstIndex { $0.category == category } ?? 0 }
    /// By what the funnels of the same records are sorted.
    var sort: Int { 100 * (place + 1) }
    /// Whether records without a category get into it.
    var isDefault: Bool { place == 0 }

    /// What the identifiers of the stages begin with; nil where they stand alone.
    var prefix: String? {
        guard let category, category != 0 else { return nil }
        return stages.first.flatMap { $0.id.split(separator: ":").first.map(String.init) }
    }

    static func of(_ family: Family) -> [Funnel] { all.filter { $0.family == family } }

    /// The funnel of a category; nil where there is none.
    static func of(_ family: Family, category: Int) -> Funnel? {
        all.first { $0.family == family && ($0.category ?? 0) == category }
    }

    static let all: [Funnel] = [sales, tenders, leads, contracts, purchases, service]

    static let sales = Funnel(
        family: .deal, category: 0, name: "Продажи", directory: "DEAL_STAGE",
        stages: [
            Stage("NEW", "Новая", color: "#39A8EF", isSystem: true),
            Stage("PREPARATION", "Договор", color: "#2FC6F6"),
            Stage("PREPAYMENT_INVOICE", "Счёт на предоплату", color: "#55D0E0"),
            Stage("EXECUTING", "В работе", color: "#47E4C2"),
            Stage("FINAL_INVOICE", "Финальный счёт", color: "#FFA900"),
            Stage("WON", "Сделка успешна", .success, color: "#7BD500", isSystem: true),
            Stage("LOSE", "Сделка провалена", .failure, color: "#FF5752", isSystem: true),
            Stage("APOLOGY", "Анализ причины провала", .failure, color: "#FF5752"),
        ])

    static let tenders = Funnel(
        family: .deal, category: 1, name: "Тендеры", directory: "DEAL_STAGE_1",
        stages: [
            Stage("C1:NEW", "Анализ документации", color: "#39A8EF", isSystem: true),
            Stage("C1:PREPARATION", "Подготовка заявки", color: "#2FC6F6"),
            Stage("C1:UC_BIDDING", "Заявка подана", color: "#55D0E0"),
            Stage("C1:EXECUTING", "Торги", color: "#47E4C2"),
            Stage("C1:FINAL_INVOICE", "Подписание контракта", color: "#FFA900"),
            Stage("C1:WON", "Контракт заключён", .success, color: "#7BD500", isSystem: true),
            Stage("C1:LOSE", "Торги проиграны", .failure, color: "#FF5752", isSystem: true),
            Stage("C1:APOLOGY", "Отказ от участия", .failure, color: "#FF5752"),
        ])

    /// Nobody sells here yet; some of its stages are called as those of the sales.
    static let service = Funnel(
        family: .deal, category: 2, name: "Сервис", directory: "DEAL_STAGE_2",
        stages: [
            Stage("C2:NEW", "Новая", color: "#39A8EF", isSystem: true),
            Stage("C2:UC_DIAGNOSTICS", "Диагностика", color: "#2FC6F6"),
            Stage("C2:EXECUTING", "В работе", color: "#47E4C2"),
            Stage("C2:WON", "Работы приняты", .success, color: "#7BD500", isSystem: true),
            Stage("C2:LOSE", "Отказ от ремонта", .failure, color: "#FF5752", isSystem: true),
        ])

    static let leads = Funnel(
        family: .lead, category: nil, name: "Лиды", directory: "STATUS",
        stages: [
            Stage("NEW", "Не обработан", color: "#39A8EF", isSystem: true),
            Stage("IN_PROCESS", "В работе", color: "#2FC6F6"),
            Stage("PROCESSED", "Обработан", color: "#55D0E0"),
            Stage("CONVERTED", "Качественный лид", .success, color: "#7BD500", isSystem: true),
            Stage("JUNK", "Некачественный лид", .failure, color: "#FF5752", isSystem: true),
        ])

    static let contracts = Funnel(
        family: .contract, category: 11, name: "Общая", directory: "DYNAMIC_1036_STAGE_11",
        stages: [
            Stage("DT1036_11:NEW", "Черновик", color: "#39A8EF", isSystem: true),
            Stage("DT1036_11:PREPARATION", "Согласование", color: "#2FC6F6"),
            Stage("DT1036_11:CLIENT", "На подписании", color: "#55D0E0"),
            Stage("DT1036_11:SUCCESS", "Действует", .success, color: "#7BD500", isSystem: true),
            Stage("DT1036_11:FAIL", "Расторгнут", .failure, color: "#FF5752", isSystem: true),
        ])

    static let purchases = Funnel(
        family: .purchase, category: 12, name: "Общая", directory: "DYNAMIC_177_STAGE_12",
        stages: [
            Stage("DT177_12:NEW", "Заявка", color: "#39A8EF", isSystem: true),
            Stage("DT177_12:PREPARATION", "Запрос цен", color: "#2FC6F6"),
            Stage("DT177_12:CLIENT", "Заказано", color: "#55D0E0"),
            Stage("DT177_12:SUCCESS", "Получено", .success, color: "#7BD500", isSystem: true),
            Stage("DT177_12:FAIL", "Отменено", .failure, color: "#FF5752", isSystem: true),
        ])
}
