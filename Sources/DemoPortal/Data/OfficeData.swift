import Timetable

/// The people of the company and their departments.
struct OfficeData {
    static let companyName = "Северный ветер"

    /// Whom a deal can belong to, with how good they are at it.
    struct Seller: Sendable {
        let user: Int
        /// Whether they work on tenders instead of sales.
        let isTender: Bool
        /// How many deals they get, compared with others.
        let load: Double
        /// The share of deals that they win.
        let skill: Double
        /// What their deals are worth, compared with others.
        let size: Double
    }

    private struct Department {
        let id: Int
        let name: String
        let parent: Int?
        /// The first position is the head's.
        let positions: [String]
    }

    private static let departments = [
        Department(
            id: 1, name: "ООО «\(companyName)»", parent: nil,
            positions: ["Генеральный директор", "Исполнительный директор"]),
        Department(id: 2, name: "Отдел продаж", parent: 1, positions: ["Коммерческий директор"]),
        Department(
            id: 3, name: "Ключевые клиенты", parent: 2,
            positions: ["Руководитель группы"] + Array(repeating: "Менеджер по ключевым клиентам", count: 3)),
        Department(
            id: 4, name: "Региональные продажи", parent: 2,
            positions: ["Руководитель группы"] + Array(repeating: "Менеджер по продажам", count: 5)),
        Department(
            id: 5, name: "Тендерный отдел", parent: 1,
            positions: ["Руководитель отдела", "Специалист по тендерам", "Специалист по тендерам"]),
        Department(
            id: 6, name: "Отдел маркетинга", parent: 1, positions: ["Руководитель отдела", "Маркетолог", "Дизайнер"]),
        Department(
            id: 7, name: "Склад и логистика", parent: 1,
            positions: ["Начальник склада", "Логист", "Кладовщик", "Кладовщик"]),
        Department(
            id: 8, name: "Отдел закупок", parent: 7,
            positions: ["Руководитель отдела", "Менеджер по закупкам", "Менеджер по закупкам"]),
        Department(
            id: 9, name: "Бухгалтерия", parent: 1, positions: ["Главный бухгалтер", "Бухгалтер", "Бухгалтер"]),
        Department(
            id: 10, name: "Отдел ИТ", parent: 1,
            positions: ["Руководитель отдела", "Системный администратор", "Администратор Битрикс24"]),
        Department(
            id: 11, name: "Сервисный центр", parent: 1,
            positions: ["Руководитель отдела"] + Array(repeating: "Инженер", count: 3)),
        Department(
            id: 12, name: "Отдел кадров", parent: 1, positions: ["Руководитель отдела", "Специалист по кадрам"]),
    ]

    /// Former managers: dismissed people stay in a portal for ever.
    private static let former = 2

    let seed: UInt64
    let today: CivilDate
    let zone: Zone

    /// Fills users and departments, and tells who sells.
    func fill(_ state: inout PortalState) -> [Seller] {
        var random = RandomSource(seed: seed, stream: "office")
        var sellers: [Seller] = []
        var usedLogins: Set<String> = []
        for department in OfficeData.departments {
            for (place, position) in department.positions.enumerated() {
                let user = addUser(position, department.id, true, &usedLogins, &random, &state)
                if place == 0 { addDepartment(department, head: user, &state) }
                if [3, 4, 5].contains(department.id) {
                    sellers.append(seller(user, department: department.id, isHead: place == 0, &random))
                }
            }
        }
        for _ in 0..<OfficeData.former {
            _ = addUser("Менеджер по продажам", 4, false, &usedLogins, &random, &state)
        }
        return sellers
    }

    private func seller(_ user: Int, department: Int, isHead: Bool, _ random: inout RandomSource) -> Seller {
        Seller(
            user: user, isTender: department == 5, load: (isHead ? 0.4 : 0.7) + random.unit() * 0.6,
            skill: 0.3 + random.unit() * 0.35, size: (department == 3 ? 2.2 : 1) * (0.8 + random.unit() * 0.4))
    }

    private func addDepartment(_ department: Department, head: Int, _ state: inout PortalState) {
        let template = RecordTemplate(.department, varying: ["NAME", "SORT", "PARENT", "UF_HEAD"])
        state[.department].add(
            template.record([
                .text(department.name), .integer(500), department.parent.map(FieldValue.integer) ?? .empty,
                .integer(head),
            ]))
    }

    private static let template = RecordTemplate(
        .user, constant: ["USER_TYPE": .text("employee")],
        varying: [
            "ACTIVE", "NAME", "LAST_NAME", "SECOND_NAME", "EMAIL", "LAST_LOGIN", "DATE_REGISTER", "IS_ONLINE",
            "TIMESTAMP_X", "LAST_ACTIVITY_DATE", "PERSONAL_GENDER", "PERSONAL_BIRTHDAY", "PERSONAL_MOBILE",
            "WORK_POSITION", "UF_EMPLOYMENT_DATE", "UF_DEPARTMENT", "UF_PHONE_INNER",
        ])

    private func addUser(
        _ position: String, _ department: Int, _ isActive: Bool, _ used: inout Set<String>,
        _ random: inout RandomSource, _ state: inout PortalState
    ) -> Int {
        var name = PersonName.random(&random)
        while !used.insert(name.login).inserted { name = PersonName.random(&random) }
        let hired = today.adding(days: -600 - random.below(2_000))
        let lastDay = isActive ? today.adding(days: -1) : today.adding(days: -200 - random.below(100))
        let login = midnight(lastDay) + 9 * 3_600 + random.below(9 * 3_600)
        let born = CivilDate(daysSinceEpoch: hired.daysSinceEpoch - 365 * 22 - random.below(365 * 25))
        return state[.user].add(
            OfficeData.template.record([
                .flag(isActive), .text(name.first), .text(name.last), .text(name.second),
                .text("\(name.login)@severny-veter.example"), .moment(login), .moment(midnight(hired)),
                .flag(isActive && random.chance(0.4)), .moment(login), .moment(login),
                .text(name.isFemale ? "F" : "M"), .moment(midnight(born)), .text(random.phone()), .text(position),
                .moment(midnight(hired)), .integers([department]), .text(String(100 + state[.user].nextID)),
            ]))
    }

    private func midnight(_ date: CivilDate) -> Int { zone.moment(of: date).unixSeconds }
}
