// The custom fields that the demo company has. Those with several values stand last, as the old lists leave them out.
extension Schema {
    static let dealCustom: [Field] = [
        deal(101, 1, "Номер договора", .string), deal(102, 2, "Маржа, %", .double), deal(103, 3, "Срочная", .boolean),
        deal(104, 4, "Дата отгрузки", .date),
        deal(
            105, 5, "Источник трафика", .enumeration,
            items: ["Сайт", "Звонок", "Выставка", "Рекомендация", "Реклама"], firstItem: 45),
        deal(106, 6, "Срок оплаты", .date), deal(107, 7, "Предоплата", .boolean), deal(108, 8, "Скидка", .double),
        deal(109, 9, "Количество позиций", .integer), deal(110, 10, "Следующий контакт", .datetime),
        deal(111, 12, "Сумма предоплаты", .money), deal(112, 13, "Ссылка на тендер", .url),
        deal(113, 14, "Скан договора", .file),
        deal(114, 15, "Ответственные", .employee, multiple: true), deal(115, 16, "Метки", .string, multiple: true),
        deal(
            116, 17, "Дополнительные услуги", .enumeration, multiple: true,
            items: ["Монтаж", "Пусконаладка", "Обучение", "Доставка"], firstItem: 51),
    ]

    private static func deal(
        _ id: Int, _ number: Int, _ title: String, _ type: CustomFieldType, multiple: Bool = false,
        items: [String] = [], firstItem: Int = 1
    ) -> Field {
        .custom(
            id, "CRM_DEAL", "UF_CRM_\(1_700_000_000_000 + number)", title, type, multiple: multiple, items: items,
            firstItem: firstItem)
    }

    static let leadCustom: [Field] = [
        .custom(
            201, "CRM_LEAD", "UF_CRM_1700000000051", "Интерес к продукту", .enumeration,
            items: ["Высокий", "Средний", "Низкий"], firstItem: 61),
        .custom(202, "CRM_LEAD", "UF_CRM_1700000000052", "Бюджет", .money),
        .custom(203, "CRM_LEAD", "UF_CRM_1700000000053", "Дата показа", .date),
    ]

    static let contactCustom: [Field] = [
        .custom(301, "CRM_CONTACT", "UF_CRM_1700000000011", "Принимает решения", .boolean),
        .custom(302, "CRM_CONTACT", "UF_CRM_1700000000061", "Дата последней встречи", .date),
        .custom(303, "CRM_CONTACT", "UF_CRM_1700000000062", "Интересы", .string, multiple: true),
    ]

    static let companyCustom: [Field] = [
        .custom(401, "CRM_COMPANY", "UF_CRM_1700000000021", "ИНН", .string),
        .custom(
            402, "CRM_COMPANY", "UF_CRM_1700000000071", "Сегмент", .enumeration,
            items: ["Крупный", "Средний", "Малый"], firstItem: 71),
        .custom(403, "CRM_COMPANY", "UF_CRM_1700000000072", "Страница компании", .url),
    ]

    static let contractCustom: [Field] = [
        .custom(501, "CRM_5", "UF_CRM_5_1700000000031", "Номер", .string),
        .custom(
            502, "CRM_5", "UF_CRM_5_1700000000032", "Вид договора", .enumeration,
            items: ["Поставка", "Услуги", "Аренда"], firstItem: 81),
        .custom(503, "CRM_5", "UF_CRM_5_1700000000033", "Действует до", .date),
        .custom(504, "CRM_5", "UF_CRM_5_1700000000034", "Пролонгация", .boolean),
    ]

    static let purchaseCustom: [Field] = [
        .custom(601, "CRM_6", "UF_CRM_6_1700000000031", "Номер", .string),
        .custom(602, "CRM_6", "UF_CRM_6_1700000000035", "Обоснование", .string),
        .custom(603, "CRM_6", "UF_CRM_6_1700000000036", "Нужно к", .date),
        .custom(
            604, "CRM_6", "UF_CRM_6_1700000000037", "Срочность", .enumeration,
            items: ["Обычная", "Высокая"], firstItem: 91),
    ]

    static let userCustom: [Field] = [
        .custom(701, "USER", "UF_USR_1700000000081", "Табельный номер", .string)
    ]
}
