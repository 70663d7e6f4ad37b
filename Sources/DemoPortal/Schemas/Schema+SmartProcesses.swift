extension Schema {
    static let contract = smartProcess(stages: Funnel.contracts.directory, custom: contractCustom)
    static let purchase = smartProcess(stages: Funnel.purchases.directory, custom: purchaseCustom)

    private static func smartProcess(stages: String, custom: [Field]) -> Schema {
        Schema(
            faces: [.item, .originalItem],
            [
                .id(), .text("XML_ID", "Внешний код"), .text("TITLE", "Название"),
                .user("CREATED_BY", "Кем создан", .readOnly), .user("UPDATED_BY", "Кем обновлён", .readOnly),
                .user("MOVED_BY", "Кто сменил стадию", .readOnly),
                .dateTime("CREATED_TIME", "Когда создан", .readOnly),
                .dateTime("UPDATED_TIME", "Когда обновлён", .readOnly),
                .dateTime("MOVED_TIME", "Когда изменена стадия", .readOnly),
                Field("CATEGORY_ID", "Воронка", .integer, type: "crm_category"), .flag("OPENED", "Доступен для всех"),
                .choice("STAGE_ID", "Стадия", in: stages),
                .choice("PREVIOUS_STAGE_ID", "Предыдущая стадия", in: stages, .readOnly),
                .date("BEGINDATE", "Дата начала"),
                .date("CLOSEDATE", "Дата завершения"), .link("COMPANY_ID", "Компания", to: "crm_company"),
                .link("CONTACT_ID", "Контакт", to: "crm_contact"), .money("OPPORTUNITY", "Сумма"),
                .flag("IS_MANUAL_OPPORTUNITY", "Режим расчёта суммы"), .money("TAX_VALUE", "Сумма налога"), .currency(),
                .link("MYCOMPANY_ID", "Реквизиты вашей компании", to: "crm_company"),
                .choice("SOURCE_ID", "Источник", in: "SOURCE"),
                .text("SOURCE_DESCRIPTION", "Дополнительно об источнике"),
                .user("ASSIGNED_BY_ID", "Ответственный"), .link("PARENT_ID_2", "Сделка", to: "crm_entity"),
                .integer("WEBFORM_ID", "Создано CRM-формой"),
            ] + tracking + custom + itemOnly)
    }
}
