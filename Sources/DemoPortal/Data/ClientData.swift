import Timetable

/// Companies, their contacts, and leads.
struct ClientData {
    let seed: UInt64
    /// The days in which companies and contacts were made, before those of the deals.
    let past: WorkCalendar
    /// The days of deals and leads.
    let recent: WorkCalendar
    let sellers: [OfficeData.Seller]
    let zone: Zone

    static let towns = [
        "Москва", "Санкт-Петербург", "Казань", "Нижний Новгород", "Екатеринбург", "Новосибирск", "Самара",
        "Ростов-на-Дону",
        "Воронеж", "Пермь", "Краснодар", "Уфа", "Ярославль", "Тюмень", "Калининград",
    ]
    private static let forms = ["ООО", "ООО", "ООО", "АО", "ПАО", "ИП"]
    private static let firstWords = [
        "Альфа", "Балт", "Вектор", "Волга", "Восток", "Гранд", "Дельта", "Евро", "Запад", "Импульс", "Квант", "Контур",
        "Лидер", "Магистраль", "Меридиан", "Метал", "Мост", "Нева", "Орион", "Полюс", "Прогресс", "Радуга", "Регион",
        "Север", "Сибирь", "Сигма", "Союз", "Столица", "Строй", "Техно", "Титан", "Урал", "Центр", "Эталон", "Юг",
    ]
    private static let secondWords = [
        "Авто", "Агро", "Инвест", "Инжиниринг", "Комплект", "Логистика", "Маркет", "Монтаж", "Пласт", "Пром", "Проект",
        "Ресурс", "Сервис", "Сталь", "Строй", "Текстиль", "Тех", "Торг", "Трейд", "Фарм", "Хим", "Энерго",
    ]

    private static let companies = RecordTemplate(
        .company, constant: ["CURRENCY_ID": .text("RUB"), "OPENED": .flag(true), "ADDRESS_COUNTRY": .text("Россия")],
        varying: [
            "TITLE", "COMPANY_TYPE", "INDUSTRY", "EMPLOYEES", "REVENUE", "HAS_PHONE", "HAS_EMAIL", "ASSIGNED_BY_ID",
            "CREATED_BY_ID", "MODIFY_BY_ID", "DATE_CREATE", "DATE_MODIFY", "LAST_ACTIVITY_TIME", "LAST_ACTIVITY_BY",
            "ADDRESS_CITY", "UF_CRM_1700000000021", "PHONE", "EMAIL", "FM",
        ])

    func addCompanies(_ count: Int, _ state: inout PortalState) {
        var random = RandomSource(seed: seed, stream: "companies")
        for place in 0..<count {
            let title = companyTitle(&random)
            let created = past.moment(at: (Double(place) + random.unit()) / Double(count))
            let user = random.element(of: sellers).user
            let phones = reach(random.phone(), "WORK", &state)
            let emails = reach("office@company\(place + 1).example", "WORK", &state)
            state[.company].add(
                ClientData.companies.record([
                    .text(title), .text(random.chance(0.85) ? "CUSTOMER" : "PARTNER"),
                    .text(random.element(of: Directory.industries.entries).id),
                    .text(random.element(of: Directory.employees.entries).id),
                    .number(random.logNormal(median: 60_000_000, spread: 1.2).rounded()), .flag(true), .flag(true),
                    .integer(user), .integer(user), .integer(user), .moment(created), .moment(created),
                    .moment(created), .integer(user), .text(random.element(of: ClientData.towns)),
                    .text(String(7_700_000_000 + random.below(99_999_999))), phones, emails,
                    .raw(CRMRules.together(phones: phones, emails: emails)),
                ]))
            if random.chance(0.03) { state[.company].skipIDs(1) }
        }
    }

    private func companyTitle(_ random: inout RandomSource) -> String {
        let form = random.element(of: ClientData.forms)
        if form == "ИП" {
            let person = PersonName.random(&random)
            return "ИП \(person.last) \(person.first.prefix(1)). \(person.second.prefix(1))."
        }
        let name = random.element(of: ClientData.firstWords) + random.element(of: ClientData.secondWords).lowercased()
        return "\(form) «\(name)»"
    }

    private func reach(_ value: String, _ type: String, _ state: inout PortalState) -> FieldValue {
        defer { state.nextMultifieldID += 1 }
        return .multifield([Multifield(id: state.nextMultifieldID, valueType: type, value: value)])
    }

    private static let contacts = RecordTemplate(
        .contact, constant: ["EXPORT": .flag(true), "OPENED": .flag(true), "TYPE_ID": .text("CLIENT")],
        varying: [
            "POST", "HONORIFIC", "NAME", "SECOND_NAME", "LAST_NAME", "SOURCE_ID", "COMPANY_ID", "HAS_PHONE",
            "HAS_EMAIL", "DATE_CREATE", "DATE_MODIFY", "ASSIGNED_BY_ID", "CREATED_BY_ID", "MODIFY_BY_ID",
            "LAST_ACTIVITY_TIME", "LAST_ACTIVITY_BY", "UF_CRM_1700000000011", "PHONE", "EMAIL", "FM",
        ])
    private static let posts = [
        "Директор", "Закупщик", "Главный инженер", "Начальник отдела снабжения", "Бухгалтер", "Менеджер",
    ]

    func addContacts(_ count: Int, _ state: inout PortalState) {
        var random = RandomSource(seed: seed, stream: "contacts")
        let companies = state[.company].ids
        for place in 0..<count {
            let name = PersonName.random(&random)
            let created = past.moment(at: (Double(place) + random.unit()) / Double(count))
            let user = random.element(of: sellers).user
            let phones = reach(random.phone(), "MOBILE", &state)
            let emails = random.chance(0.8) ? reach("\(name.login)\(place + 1)@mail.example", "WORK", &state) : .empty
            // The contacts of a company stand apart as far as there are companies; some people have none.
            let company = companies.isEmpty || random.chance(0.05) ? nil : companies[place % companies.count]
            state[.contact].add(
                ClientData.contacts.record([
                    .text(random.element(of: ClientData.posts)), .text(name.isFemale ? "HNR_RU_2" : "HNR_RU_1"),
                    .text(name.first), .text(name.second), .text(name.last),
                    .text(random.element(of: Directory.sources.entries).id),
                    company.map(FieldValue.integer) ?? .empty, .flag(true), .flag(!emails.isEmpty),
                    .moment(created), .moment(created), .integer(user), .integer(user), .integer(user),
                    .moment(created), .integer(user), .flag(random.chance(0.4)), phones, emails,
                    .raw(CRMRules.together(phones: phones, emails: emails)),
                ]))
            if random.chance(0.03) { state[.contact].skipIDs(1) }
        }
    }

    private static let leads = RecordTemplate(
        .lead, constant: ["CURRENCY_ID": .text("RUB"), "OPENED": .flag(true), "IS_MANUAL_OPPORTUNITY": .flag(true)],
        varying: [
            "TITLE", "NAME", "LAST_NAME", "COMPANY_TITLE", "SOURCE_ID", "STATUS_ID", "OPPORTUNITY", "HAS_PHONE",
            "ASSIGNED_BY_ID", "CREATED_BY_ID", "MODIFY_BY_ID", "DATE_CREATE", "DATE_MODIFY", "DATE_CLOSED",
            "STATUS_SEMANTIC_ID", "MOVED_BY_ID", "MOVED_TIME", "LAST_ACTIVITY_TIME", "LAST_ACTIVITY_BY", "UTM_SOURCE",
            "PHONE", "FM",
        ])

    func addLeads(_ count: Int, _ state: inout PortalState) {
        var random = RandomSource(seed: seed, stream: "leads")
        for place in 0..<count {
            let name = PersonName.random(&random)
            let created = recent.moment(at: (Double(place) + random.unit()) / Double(count))
            let moved = recent.moment(
                after: created, days: random.logNormal(median: 4, spread: 0.9), share: random.unit())
            let stages = moved == nil ? Funnel.leads.open : random.chance(0.4) ? Funnel.leads.won : Funnel.leads.lost
            let stage = random.element(of: stages)
            let user = random.element(of: sellers).user
            let source = random.element(of: Directory.sources.entries).id
            let phones = reach(random.phone(), "WORK", &state)
            let last = moved ?? created
            state[.lead].add(
                ClientData.leads.record([
                    .text("\(random.element(of: DealData.subjects)): заявка №\(place + 1)"), .text(name.first),
                    .text(name.last), random.chance(0.5) ? .text(companyTitle(&random)) : .empty, .text(source),
                    .text(stage.id), .number(amount(&random)), .flag(true), .integer(user), .integer(user),
                    .integer(user), .moment(created), .moment(last), moved.map(FieldValue.moment) ?? .empty,
                    .text(stage.meaning.rawValue), .integer(user), .moment(last), .moment(last), .integer(user),
                    source == "ADVERTISING" ? .text("yandex") : .empty, phones,
                    .raw(CRMRules.together(phones: phones, emails: .empty)),
                ]))
            if random.chance(0.03) { state[.lead].skipIDs(1) }
        }
    }

    private func amount(_ random: inout RandomSource) -> Double {
        (random.logNormal(median: 120_000, spread: 0.9) / 1_000).rounded() * 1_000
    }
}
