import JSON

/// What a custom field can hold, as `USER_TYPE_ID` calls it.
enum CustomFieldType: String, CaseIterable, Sendable {
    case string, integer, double, boolean, enumeration, datetime, date, money, url, address, file, employee
    case status = "crm_status"
    case section = "iblock_section"
    case element = "iblock_element"
    case crm

    /// How its values are kept.
    var kind: Field.Kind {
        switch self {
        case .string, .money, .url, .address, .crm: .text
        case .integer, .enumeration, .employee, .section, .element: .integer
        case .double: .number
        case .boolean: .customFlag
        case .datetime: .dateTime
        case .date: .date
        case .file: .file
        case .status: .choice
        }
    }

    /// As `crm.userfield.types` calls it.
    var title: String {
        switch self {
        case .string: "Строка"
        case .integer: "Целое число"
        case .double: "Число"
        case .boolean: "Да/Нет"
        case .enumeration: "Список"
        case .datetime: "Дата/Время"
        case .date: "Дата"
        case .money: "Деньги"
        case .url: "Ссылка"
        case .address: "Адрес"
        case .file: "Файл"
        case .employee: "Привязка к пользователю"
        case .status: "Привязка к справочникам CRM"
        case .section: "Привязка к разделам инф. блоков"
        case .element: "Привязка к элементам инфоблоков"
        case .crm: "Привязка к элементам CRM"
        }
    }

    /// The settings of a field that nobody has set otherwise.
    func settings(title: String) -> JSONObject {
        let sizes: JSONObject = ["SIZE": 20, "MIN_VALUE": 0, "MAX_VALUE": 0, "DEFAULT_VALUE": nil]
        let usual: JSONValue = ["TYPE": "NONE", "VALUE": ""]
        return switch self {
        case .string:
            ["SIZE": 20, "ROWS": 1, "REGEXP": "", "MIN_LENGTH": 0, "MAX_LENGTH": 0, "DEFAULT_VALUE": ""]
        case .integer: sizes
        case .double: JSONObject([("PRECISION", 2)] + sizes.map { ($0, $1) })
        case .boolean:
            [
                "DEFAULT_VALUE": 0, "DISPLAY": "CHECKBOX", "LABEL": ["", ""], "LABEL_CHECKBOX": .string(title),
            ]
        case .enumeration: ["DISPLAY": "LIST", "LIST_HEIGHT": 1, "CAPTION_NO_VALUE": "", "SHOW_NO_VALUE": "Y"]
        case .date: ["DEFAULT_VALUE": usual]
        case .datetime: ["DEFAULT_VALUE": usual, "USE_SECOND": "Y", "USE_TIMEZONE": "N"]
        case .money: ["DEFAULT_VALUE": ""]
        case .url:
            ["POPUP": "Y", "SIZE": 20, "MIN_LENGTH": 0, "MAX_LENGTH": 0, "DEFAULT_VALUE": "", "ROWS": 1]
        case .file:
            [
                "SIZE": 20, "LIST_WIDTH": 0, "LIST_HEIGHT": 0, "MAX_SHOW_SIZE": 0, "MAX_ALLOWED_SIZE": 0,
                "EXTENSIONS": [], "TARGET_BLANK": "Y",
            ]
        case .status: ["ENTITY_TYPE": ""]
        case .section, .element:
            [
                "IBLOCK_TYPE_ID": "", "IBLOCK_ID": 0, "DEFAULT_VALUE": "", "DISPLAY": "LIST", "LIST_HEIGHT": 1,
                "ACTIVE_FILTER": "N",
            ]
        case .crm: ["LEAD": "N", "CONTACT": "N", "COMPANY": "N", "DEAL": "N"]
        case .address, .employee: [:]
        }
    }
}
