/// What the portal tells of the descriptions of custom fields themselves.
enum CustomFieldFacts {
    struct Fact: Sendable {
        let name: String
        let type: String
        let title: String
        /// `isReadOnly`, `isImmutable`, `isMultiple`, or nothing.
        var trait: String?
    }

    static let fields: [Fact] = [
        Fact(name: "ID", type: "int", title: "Ид", trait: "isReadOnly"),
        Fact(name: "ENTITY_ID", type: "string", title: "Объект", trait: "isImmutable"),
        Fact(name: "FIELD_NAME", type: "string", title: "Код", trait: "isImmutable"),
        Fact(name: "USER_TYPE_ID", type: "string", title: "Тип данных", trait: "isImmutable"),
        Fact(name: "XML_ID", type: "string", title: "Внешний Ид (XML ID)"),
        Fact(name: "SORT", type: "int", title: "Сортировка"),
        Fact(name: "MULTIPLE", type: "char", title: "Множественное"),
        Fact(name: "MANDATORY", type: "char", title: "Обязательное"),
        Fact(name: "SHOW_FILTER", type: "char", title: "Показывать в фильтре списка"),
        Fact(name: "SHOW_IN_LIST", type: "char", title: "Показывать в списке"),
        Fact(name: "EDIT_IN_LIST", type: "char", title: "Разрешать редактирование пользователем"),
        Fact(name: "IS_SEARCHABLE", type: "char", title: "Значения поля участвуют в поиске"),
        Fact(name: "EDIT_FORM_LABEL", type: "string", title: "Подпись в форме редактирования"),
        Fact(name: "LIST_COLUMN_LABEL", type: "string", title: "Заголовок в списке"),
        Fact(name: "LIST_FILTER_LABEL", type: "string", title: "Подпись фильтра в списке"),
        Fact(name: "ERROR_MESSAGE", type: "string", title: "Сообщение об ошибке"),
        Fact(name: "HELP_MESSAGE", type: "string", title: "Помощь"),
        Fact(name: "LIST", type: "uf_enum_element", title: "Элементы списка", trait: "isMultiple"),
        Fact(name: "SETTINGS", type: "object", title: "Дополнительные настройки (зависят от типа)"),
    ]

    static let items: [Fact] = [
        Fact(name: "ID", type: "int", title: "Ид", trait: "isReadOnly"),
        Fact(name: "SORT", type: "int", title: "Сортировка"),
        Fact(name: "VALUE", type: "string", title: "Значение"),
        Fact(name: "DEF", type: "string", title: "Значение по умолчанию"),
        Fact(name: "DEL", type: "string", title: "Флаг удаления элемента"),
    ]

    static func write(_ facts: [Fact], to json: inout JSONBuffer) {
        json.beginObject()
        for fact in facts {
            json.name(fact.name)
            json.beginObject()
            json.name("type")
            json.string(fact.type)
            json.name("title")
            json.string(fact.title)
            if let trait = fact.trait {
                json.name(trait)
                json.bool(true)
            }
            json.endObject()
        }
        json.endObject()
    }
}
