extension Schema {
    static let lead = Schema(
        faces: [.classic, .item, .originalItem],
        [
            .id(), .text("TITLE", "Название лида"), .choice("HONORIFIC", "Обращение", in: "HONORIFIC"),
            .text("NAME", "Имя"), .text("SECOND_NAME", "Отчество"), .text("LAST_NAME", "Фамилия"),
            .text("COMPANY_TITLE", "Название компании"), .link("COMPANY_ID", "Компания", to: "crm_company"),
            .link("CONTACT_ID", "Контакт", to: "crm_contact"), .flag("IS_RETURN_CUSTOMER", "Повторный лид", .readOnly),
            .date("BIRTHDATE", "Дата рождения"), .choice("SOURCE_ID", "Источник", in: "SOURCE"),
            .text("SOURCE_DESCRIPTION", "Дополнительно об источнике"),
            .choice("STATUS_ID", "Стадия", in: "STATUS", item: "stageId"),
            .text("STATUS_DESCRIPTION", "Дополнительно о стадии"), .text("POST", "Должность"),
            .text("COMMENTS", "Комментарий"), .currency(), .money("OPPORTUNITY", "Сумма"),
            .flag("IS_MANUAL_OPPORTUNITY", "Сумма введена вручную"),
        ] + reachability + [.user("ASSIGNED_BY_ID", "Ответственный")] + authorship + [
            .dateTime("DATE_CLOSED", "Дата завершения", .readOnly),
            .text("STATUS_SEMANTIC_ID", "Группа стадии", item: "stageSemanticId", .readOnly),
            .flag("OPENED", "Доступен для всех"), .text("ORIGINATOR_ID", "Внешний источник"),
            .text("ORIGIN_ID", "Идентификатор внешнего источника"),
        ] + movement + address + tracking + leadCustom + multifields + itemOnly)

    static let contact = Schema(
        faces: [.classic, .item, .originalItem],
        [
            .id(), .text("POST", "Должность"), .text("COMMENTS", "Комментарий"),
            .choice("HONORIFIC", "Обращение", in: "HONORIFIC"), .text("NAME", "Имя", .required),
            .text("SECOND_NAME", "Отчество"), .text("LAST_NAME", "Фамилия", .required),
            .text("PHOTO", "Фотография", .readOnly), .link("LEAD_ID", "Лид", to: "crm_lead", .readOnly),
            .choice("TYPE_ID", "Тип контакта", in: "CONTACT_TYPE"), .choice("SOURCE_ID", "Источник", in: "SOURCE"),
            .text("SOURCE_DESCRIPTION", "Дополнительно об источнике"),
            .link("COMPANY_ID", "Компания", to: "crm_company"), .date("BIRTHDATE", "Дата рождения"),
            .flag("EXPORT", "Участвует в экспорте контактов"),
        ] + reachability + authorship + [
            .user("ASSIGNED_BY_ID", "Ответственный"), .flag("OPENED", "Доступен для всех"),
            .text("ORIGINATOR_ID", "Внешний источник"), .text("ORIGIN_ID", "Идентификатор внешнего источника"),
            .text("ORIGIN_VERSION", "Версия оригинала"), .integer("FACE_ID", "Лицо"),
        ] + address + tracking + contactCustom + multifields + itemOnly)

    static let company = Schema(
        faces: [.classic, .item, .originalItem],
        [
            .id(), .choice("COMPANY_TYPE", "Тип компании", in: "COMPANY_TYPE", item: "typeId"),
            .text("TITLE", "Название компании", .required), .text("LOGO", "Логотип", .readOnly),
            .link("LEAD_ID", "Лид", to: "crm_lead", .readOnly),
        ] + reachability + [.user("ASSIGNED_BY_ID", "Ответственный")] + authorship + [
            .text("BANKING_DETAILS", "Банковские реквизиты"),
            .choice("INDUSTRY", "Сфера деятельности", in: "INDUSTRY"), .money("REVENUE", "Годовой оборот"),
            .currency(), .choice("EMPLOYEES", "Количество сотрудников", in: "EMPLOYEES"),
            .text("COMMENTS", "Комментарий"), .flag("OPENED", "Доступна для всех"),
            .flag("IS_MY_COMPANY", "Моя компания"), .text("ORIGINATOR_ID", "Внешний источник"),
            .text("ORIGIN_ID", "Идентификатор внешнего источника"), .text("ORIGIN_VERSION", "Версия оригинала"),
        ] + address + tracking + companyCustom + multifields + itemOnly)
}
