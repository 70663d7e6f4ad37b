import Timetable

/// Tasks and the items of the smart processes.
struct WorkData {
    let seed: UInt64
    let calendar: WorkCalendar
    let zone: Zone

    private static let titles = [
        "Подготовить коммерческое предложение", "Согласовать договор", "Позвонить клиенту", "Выставить счёт",
        "Отправить образцы", "Проверить остатки на складе", "Обновить прайс-лист", "Подготовить отчёт за месяц",
        "Организовать доставку", "Провести инвентаризацию", "Настроить рабочее место", "Продлить лицензии",
        "Провести встречу", "Собрать документы для тендера", "Разобрать рекламацию", "Закрыть месяц",
    ]

    private static let tasks = RecordTemplate(
        .task,
        constant: [
            "GROUP_ID": .integer(0), "STAGE_ID": .integer(0), "SITE_ID": .text("s1"), "DURATION_TYPE": .text("days"),
            "DESCRIPTION_IN_BBCODE": .flag(true), "SUBORDINATE": .flag(true), "DESCRIPTION": .text(""),
            "GROUP": .raw(Array("[]".utf8)), "TIME_ESTIMATE": .integer(0),
        ],
        varying: [
            "TITLE", "PRIORITY", "MARK", "CREATED_BY", "CREATED_DATE", "RESPONSIBLE_ID", "AUDITORS", "CHANGED_BY",
            "CHANGED_DATE", "STATUS_CHANGED_BY", "STATUS_CHANGED_DATE", "CLOSED_BY", "CLOSED_DATE", "ACTIVITY_DATE",
            "DEADLINE", "GUID", "COMMENTS_COUNT", "ALLOW_CHANGE_DEADLINE", "TASK_CONTROL", "TIME_SPENT_IN_LOGS",
            "STATUS", "SUB_STATUS", "CREATOR", "RESPONSIBLE",
        ])

    func addTasks(_ count: Int, _ state: inout PortalState) {
        var random = RandomSource(seed: seed, stream: "tasks")
        let users = state[.user].ids
        let people = Dictionary(uniqueKeysWithValues: users.map { ($0, TaskStatus.person($0, state)) })
        for place in 0..<count {
            let created = calendar.moment(at: (Double(place) + random.unit()) / Double(count))
            // Those who left get no tasks.
            let author = random.element(of: users.dropLast(2))
            let responsible = random.element(of: users.dropLast(2))
            let done = calendar.moment(
                after: created, days: random.logNormal(median: 5, spread: 0.9), share: random.unit())
            let isDone = done != nil && !random.chance(0.06)
            let changed = isDone ? done ?? created : created
            let deadline = random.chance(0.85) ? dueTime(created, &random) : nil
            let status = isDone ? TaskStatus.completed : random.element(of: [.waiting, .waiting, .running, .deferred])
            let isOverdue = !isDone && (deadline ?? .max) < calendar.end
            state[.task].add(
                WorkData.tasks.record([
                    .text(random.element(of: WorkData.titles)), .integer(random.chance(0.15) ? 2 : 1),
                    isDone && random.chance(0.2) ? .text("P") : .empty, .integer(author), .moment(created),
                    .integer(responsible), .integers(random.chance(0.2) ? [random.element(of: users)] : []),
                    .integer(responsible), .moment(changed), .integer(responsible), .moment(changed),
                    isDone ? .integer(responsible) : .empty, isDone ? .moment(changed) : .empty, .moment(changed),
                    deadline.map(FieldValue.moment) ?? .empty, .text(guid(&random)), .integer(random.below(6)),
                    .flag(random.chance(0.5)), .flag(random.chance(0.2)),
                    .integer(isDone ? random.below(8) * 1_800 : 0),
                    .integer(status.rawValue), .integer(isOverdue ? TaskStatus.overdue : status.rawValue),
                    .raw(people[author] ?? []), .raw(people[responsible] ?? []),
                ]))
            if random.chance(0.03) { state[.task].skipIDs(1) }
        }
    }

    /// 19:00 some days after a moment.
    private func dueTime(_ created: Int, _ random: inout RandomSource) -> Int {
        let day = zone.date(at: Moment(unixSeconds: created)).adding(days: 1 + random.below(20))
        return zone.moment(of: day).unixSeconds + 19 * 3_600
    }

    private func guid(_ random: inout RandomSource) -> String {
        let digits = Array("0123456789abcdef")
        let groups = [8, 4, 4, 4, 12].map { length in String((0..<length).map { _ in random.element(of: digits) }) }
        return "{" + groups.joined(separator: "-") + "}"
    }

    private static let items = [
        "TITLE", "CREATED_BY", "UPDATED_BY", "MOVED_BY", "CREATED_TIME", "UPDATED_TIME", "MOVED_TIME", "CATEGORY_ID",
        "STAGE_ID", "PREVIOUS_STAGE_ID", "BEGINDATE", "CLOSEDATE", "COMPANY_ID", "OPPORTUNITY", "ASSIGNED_BY_ID",
        "PARENT_ID_2", "LAST_ACTIVITY_TIME", "LAST_ACTIVITY_BY",
    ]

    func addItems(_ family: Family, _ count: Int, title: String, staff: [Int], _ state: inout PortalState) {
        guard let funnel = Funnel.of(family).first else { return }
        var random = RandomSource(seed: seed, stream: funnel.directory)
        let template = RecordTemplate(
            family,
            constant: [
                "CURRENCY_ID": .text("RUB"), "OPENED": .flag(true), "IS_MANUAL_OPPORTUNITY": .flag(true),
                "CATEGORY_ID": .integer(funnel.category ?? 0),
            ], varying: WorkData.items + ["UF_\(family.customEntity ?? "")_1700000000031"])
        let companies = state[.company].ids
        let deals = state[.deal].ids
        for place in 0..<count {
            let created = calendar.moment(at: (Double(place) + random.unit()) / Double(count))
            let moved = calendar.moment(
                after: created, days: random.logNormal(median: 15, spread: 0.8), share: random.unit())
            let stage =
                moved == nil
                ? random.element(of: funnel.open) : random.element(of: funnel.won + funnel.won + funnel.lost)
            let user = FieldValue.integer(random.element(of: staff))
            let last = FieldValue.moment(moved ?? created)
            let day = calendar.midnight(of: created)
            let deal: FieldValue = deals.isEmpty ? .empty : .integer(deals[place * deals.count / count])
            state[family].add(
                template.record([
                    .text("\(title) №\(place + 1)"), user, user, user, .moment(created), last, last,
                    .integer(funnel.category ?? 0), .text(stage.id), .text(funnel.stages[0].id), .moment(day),
                    .moment(day + 90 * 86_400), companies.isEmpty ? .empty : .integer(random.element(of: companies)),
                    .number((random.logNormal(median: 250_000, spread: 0.8) / 100).rounded() * 100), user, deal, last,
                    user, .text("\(place + 1)/\(zone.date(at: Moment(unixSeconds: created)).year)"),
                ]))
            if random.chance(0.03) { state[family].skipIDs(1) }
        }
    }
}
