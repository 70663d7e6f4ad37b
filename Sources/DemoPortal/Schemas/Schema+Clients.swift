extension Schema {
    static let lead = Schema(
        faces: [.classic, .item],
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
        ] + movement + address + tracking + multifields + itemOnly)

    static let contact = Schema(
        faces: [.classic, .item],
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
        ] + address + tracking + [
            .custom("UF_CRM_1700000000011", "Принимает решения", .customFlag, type: "boolean")
        ] + multifields + itemOnly)

    static let company = Schema(
        faces: [.classic, .item],
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
        ] + address + tracking + [
            .custom("UF_CRM_1700000000021", "ИНН", .text, type: "string")
        ] + multifields + itemOnly)

    static let smartProcess = Schema(
        faces: [.item],
        [
            .id(), .text("XML_ID", "Внешний код"), .text("TITLE", "Название"),
            .user("CREATED_BY", "Кем создан", .readOnly), .user("UPDATED_BY", "Кем обновлён", .readOnly),
            .user("MOVED_BY", "Кто сменил стадию", .readOnly),
            .dateTime("CREATED_TIME", "Когда создан", .readOnly),
            .dateTime("UPDATED_TIME", "Когда обновлён", .readOnly),
            .dateTime("MOVED_TIME", "Когда изменена стадия", .readOnly),
            Field("CATEGORY_ID", "Воронка", .integer, type: "crm_category"), .flag("OPENED", "Доступен для всех"),
            .choice("STAGE_ID", "Стадия", in: nil),
            .choice("PREVIOUS_STAGE_ID", "Предыдущая стадия", in: nil, .readOnly), .date("BEGINDATE", "Дата начала"),
            .date("CLOSEDATE", "Дата завершения"), .link("COMPANY_ID", "Компания", to: "crm_company"),
            .link("CONTACT_ID", "Контакт", to: "crm_contact"), .money("OPPORTUNITY", "Сумма"),
            .flag("IS_MANUAL_OPPORTUNITY", "Режим расчёта суммы"), .money("TAX_VALUE", "Сумма налога"), .currency(),
            .link("MYCOMPANY_ID", "Реквизиты вашей компании", to: "crm_company"),
            .choice("SOURCE_ID", "Источник", in: "SOURCE"), .text("SOURCE_DESCRIPTION", "Дополнительно об источнике"),
            .user("ASSIGNED_BY_ID", "Ответственный"), .link("PARENT_ID_2", "Сделка", to: "crm_entity"),
            .integer("WEBFORM_ID", "Создано CRM-формой"),
        ] + tracking + [
            .custom("UF_CRM_5_1700000000031", "Номер", .text, type: "string", item: "ufCrm5_1700000000031")
        ] + itemOnly)
}
