@testable import Bitrix24

/// A description of a made-up portal with everything in it.
enum SampleDescription {
    typealias Field = PortalDescription.Field

    static var all: PortalDescription {
        var portal = PortalDescription(asked: "2026-11-25T10:00:00+00:00")
        portal.portal = "https://example.bitrix24.ru"
        portal.scopes = ["crm"]
        portal.methods = ["crm.deal.list"]
        portal.thirdMethods = ["tasks.task.get"]
        portal.scopesOfMethods = ["tasks.task.get": "tasks"]
        portal.entities = [deal, item, contract]
        portal.smartProcesses = [PortalDescription.SmartProcess(entityTypeID: 140, title: "Договоры")]
        portal.categories = [
            PortalDescription.Category(entityTypeID: 2, id: 0, title: "Продажи"),
            PortalDescription.Category(entityTypeID: 2, id: 1, title: "Тендеры"),
            PortalDescription.Category(entityTypeID: 140, id: 9, title: "Общая"),
        ]
        portal.statuses = [
            status("DEAL_STAGE", "NEW", "Новая"), status("DEAL_STAGE", "EXECUTING", "Договор"),
            status("DEAL_STAGE_1", "C1:NEW", "Новая"), status("DEAL_STAGE_1", "C1:WON", "Победа", "S"),
            status("DYNAMIC_140_STAGE_9", "DT140_9:NEW", "Начало"), status("STATUS", "NEW", "Не обработан"),
            status("SOURCE", "WEB", "Веб-сайт", nil), status("DYNAMIC_1400_STAGE_9", "DT1400_9:NEW", "Чужая"),
        ]
        portal.gaps = [
            PortalDescription.Gap(
                subject: "the fields of quotes", code: "ACCESS_DENIED", reason: "crm.quote.fields: access denied")
        ]
        return portal
    }

    private static var deal: PortalDescription.Entity {
        PortalDescription.Entity(
            key: "crm.deal",
            fields: [
                Field(code: "TITLE", title: "Название", type: "string"), source, list,
                Field(code: "UF_CRM_2", title: "Дубль", type: "string"),
                Field(code: "UF_CRM_3", title: "Дубль", type: "string"),
                Field(code: "UF_CRM_4", title: "ДУБЛЬ", type: "string"),
            ])
    }

    private static var source: Field {
        var field = Field(code: "SOURCE_ID", title: "Источник", type: "crm_status")
        field.statusType = "SOURCE"
        return field
    }

    private static var list: Field {
        var field = Field(code: "UF_CRM_1", title: "Источник трафика", type: "enumeration")
        field.isCustom = true
        field.isMultiple = true
        field.isRequired = true
        field.choices = [Field.Choice(id: "45", title: "Сайт"), Field.Choice(id: "47", title: "Звонок")]
        return field
    }

    private static var item: PortalDescription.Entity {
        var field = Field(code: "ufCrm_1", title: "Источник трафика", type: "enumeration")
        field.upperName = "UF_CRM_1"
        field.isReadOnly = true
        return PortalDescription.Entity(key: "crm.item:2", fields: [field])
    }

    private static var contract: PortalDescription.Entity {
        PortalDescription.Entity(
            key: "crm.item:140", fields: [Field(code: "ufCrm7_1", title: "Номер", type: "string")])
    }

    private static func status(
        _ list: String, _ code: String, _ title: String, _ semantics: String? = "P"
    ) -> PortalDescription.Status {
        PortalDescription.Status(list: list, code: code, title: title, semantics: semantics)
    }
}
