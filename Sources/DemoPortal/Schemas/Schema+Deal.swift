extension Schema {
    // Names, order and types follow the vendor's description of crm.deal.get and crm.item.get.
    static let deal = Schema(
        faces: [.classic, .item, .originalItem],
        [
            .id(), .text("TITLE", "Название"), .choice("TYPE_ID", "Тип", in: "DEAL_TYPE"),
            .choice("STAGE_ID", "Стадия сделки", in: "DEAL_STAGE"), .integer("PROBABILITY", "Вероятность"),
            .currency(), .money("OPPORTUNITY", "Сумма"), .flag("IS_MANUAL_OPPORTUNITY", "Сумма введена вручную"),
            .money("TAX_VALUE", "Сумма налога"), .link("LEAD_ID", "Лид", to: "crm_lead", .readOnly),
            .link("COMPANY_ID", "Компания", to: "crm_company"), .link("CONTACT_ID", "Контакт", to: "crm_contact"),
            .link("QUOTE_ID", "Предложение", to: "crm_quote", .readOnly), .date("BEGINDATE", "Дата начала"),
            .date("CLOSEDATE", "Предполагаемая дата закрытия"), .user("ASSIGNED_BY_ID", "Ответственный"),
        ] + authorship + [
            .flag("OPENED", "Доступна для всех"), .flag("CLOSED", "Сделка закрыта", .readOnly),
            .text("COMMENTS", "Комментарий"), .text("ADDITIONAL_INFO", "Дополнительная информация"),
            .text("LOCATION_ID", "Местоположение"),
            Field("CATEGORY_ID", "Воронка", .integer, type: "crm_category", traits: .immutable),
            .text("STAGE_SEMANTIC_ID", "Группа стадии", .readOnly), .flag("IS_NEW", "Новая сделка", .readOnly),
            .flag("IS_RECURRING", "Регулярная сделка"), .flag("IS_RETURN_CUSTOMER", "Повторная сделка"),
            .flag("IS_REPEATED_APPROACH", "Повторное обращение"),
        ] + source + movement + tracking + dealCustom + itemOnly)

    /// Who made and changed a record, and when.
    static let authorship: [Field] = [
        .user("CREATED_BY_ID", "Кем создан", item: "createdBy", .readOnly),
        .user("MODIFY_BY_ID", "Кем изменён", item: "updatedBy", .readOnly),
        .dateTime("DATE_CREATE", "Дата создания", item: "createdTime", .readOnly),
        .dateTime("DATE_MODIFY", "Дата изменения", item: "updatedTime", .readOnly),
    ]

    static let source: [Field] = [
        .choice("SOURCE_ID", "Источник", in: "SOURCE"), .text("SOURCE_DESCRIPTION", "Дополнительно об источнике"),
        .text("ORIGINATOR_ID", "Внешний источник"), .text("ORIGIN_ID", "Идентификатор внешнего источника"),
    ]

    /// Who moved a record to its stage.
    static let movement: [Field] = [
        .user("MOVED_BY_ID", "Кем перемещён", item: "movedBy", .readOnly),
        .dateTime("MOVED_TIME", "Дата перемещения", .readOnly),
    ]

    static let tracking: [Field] = [
        .dateTime("LAST_ACTIVITY_TIME", "Время последней активности", .readOnly),
        .text("UTM_SOURCE", "Рекламная система"), .text("UTM_MEDIUM", "Тип трафика"),
        .text("UTM_CAMPAIGN", "Обозначение рекламной кампании"), .text("UTM_CONTENT", "Содержание кампании"),
        .text("UTM_TERM", "Условие поиска кампании"),
        .user("LAST_ACTIVITY_BY", "Автор последней активности", .readOnly),
    ]

    /// Phones and addresses: one by one in the old methods, all together in the new ones.
    static let multifields: [Field] = [
        .multifield("PHONE", "Телефон"), .multifield("EMAIL", "E-mail"),
        Field("FM", "Множественные поля", .raw, type: "crm_multifield", traits: [.itemOnly, .onDemand, .readOnly]),
    ]

    /// What only the new methods send.
    static let itemOnly: [Field] = [
        Field("CONTACT_IDS", "Контакты", .integers, type: "crm_contact", traits: [.itemOnly, .onDemand, .multiple]),
        Field("OBSERVERS", "Наблюдатели", .integers, type: "user", traits: [.itemOnly, .onDemand, .multiple]),
        Field("ENTITY_TYPE_ID", "Тип", .integer, type: "integer", traits: [.itemOnly, .onDemand, .readOnly]),
    ]

    static let address: [Field] = [
        .text("ADDRESS", "Адрес"), .text("ADDRESS_2", "Адрес (стр. 2)"), .text("ADDRESS_CITY", "Город"),
        .text("ADDRESS_POSTAL_CODE", "Почтовый индекс"), .text("ADDRESS_REGION", "Район"),
        .text("ADDRESS_PROVINCE", "Область"), .text("ADDRESS_COUNTRY", "Страна"),
        .integer("ADDRESS_LOC_ADDR_ID", "Идентификатор адреса местоположения"),
    ]

    static let reachability: [Field] = [
        .flag("HAS_PHONE", "Задан телефон", .readOnly), .flag("HAS_EMAIL", "Задан e-mail", .readOnly),
        .flag("HAS_IMOL", "Задана открытая линия", .readOnly),
    ]
}

extension Field {
    static func currency() -> Field { Field("CURRENCY_ID", "Валюта", .choice, type: "crm_currency") }
}
