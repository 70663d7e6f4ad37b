/// A directory of the CRM besides the stages: what `crm.status.list` tells of it.
struct Directory: Sendable {
    struct Entry: Sendable {
        let id: String
        let name: String
    }

    let name: String
    let title: String
    let entries: [Entry]

    init(_ name: String, _ title: String, _ entries: KeyValuePairs<String, String>) {
        self.name = name
        self.title = title
        self.entries = entries.map { Entry(id: $0.key, name: $0.value) }
    }

    static let currencies: Set<String> = ["RUB", "USD", "EUR", "CNY", "KZT", "BYN"]

    static let sources = Directory(
        "SOURCE", "Источники",
        [
            "CALL": "Звонок", "EMAIL": "Электронная почта", "WEB": "Веб-сайт", "ADVERTISING": "Реклама",
            "PARTNER": "Существующий клиент", "RECOMMENDATION": "По рекомендации", "TRADE_SHOW": "Выставка",
            "WEBFORM": "CRM-форма", "CALLBACK": "Обратный звонок", "STORE": "Интернет-магазин", "OTHER": "Другое",
        ])

    static let dealTypes = Directory(
        "DEAL_TYPE", "Тип сделки",
        [
            "SALE": "Продажа", "COMPLEX": "Комплексная продажа", "GOODS": "Продажа товара", "SERVICES": "Услуги",
            "SERVICE": "Сервисное обслуживание",
        ])

    static let contactTypes = Directory(
        "CONTACT_TYPE", "Тип контакта",
        ["CLIENT": "Клиенты", "SUPPLIER": "Поставщики", "PARTNER": "Партнёры", "OTHER": "Другое"])

    static let companyTypes = Directory(
        "COMPANY_TYPE", "Тип компании",
        [
            "CUSTOMER": "Клиент", "SUPPLIER": "Поставщик", "COMPETITOR": "Конкурент", "PARTNER": "Партнёр",
            "OTHER": "Другое",
        ])

    static let industries = Directory(
        "INDUSTRY", "Сфера деятельности",
        [
            "MANUFACTURING": "Производство", "CONSULTING": "Консалтинг", "FINANCE": "Финансы",
            "GOVERNMENT": "Правительство", "DELIVERY": "Доставка", "IT": "Информационные технологии",
            "TELECOM": "Телекоммуникации", "OTHER": "Другое",
        ])

    static let employees = Directory(
        "EMPLOYEES", "Кол-во сотрудников",
        [
            "EMPLOYEES_1": "менее 50", "EMPLOYEES_2": "50–250", "EMPLOYEES_3": "250–500",
            "EMPLOYEES_4": "более 500",
        ])

    static let honorifics = Directory("HONORIFIC", "Обращения", ["HNR_RU_1": "г-н", "HNR_RU_2": "г-жа"])

    static let all = [sources, dealTypes, contactTypes, companyTypes, industries, employees, honorifics]
}
