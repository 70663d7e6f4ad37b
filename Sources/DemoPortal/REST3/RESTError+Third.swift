extension RESTError {
    private static let prefix = "BITRIX_REST_V3_EXCEPTION_"

    static let invalidJSON = third("INVALIDJSONEXCEPTION", "Тело запроса не является корректным JSON")
    static let accessDenied = third("ACCESSDENIEDEXCEPTION", "Доступ запрещен", status: 403)
    static let scopeMissing = third(
        "INSUFFICIENTSCOPEEXCEPTION", "Недостаточно прав вебхука или приложения", status: 403)
    static let invalidSelect = third("INVALIDSELECTEXCEPTION", "Не удается распознать параметр `select`")
    static let invalidFilter = third("INVALIDFILTEREXCEPTION", "Не удается распознать параметр фильтра")
    static let keyReused = third(
        "IDEMPOTENCYKEYREUSEDEXCEPTION", "Ключ уже использован с другим телом запроса", status: 422)
    static let invalidKey = third("INVALIDIDEMPOTENCYKEYEXCEPTION", "Недопустимое значение ключа идемпотентности")

    /// A refusal of REST 3.0; the code comes without what all of them begin with.
    static func third(
        _ code: String, _ message: String, status: Int = 400, validation: [Validation] = []
    ) -> RESTError {
        RESTError(status, prefix + code, message, validation: validation)
    }

    static func entityNotFound(_ id: Int) -> RESTError {
        third("ENTITYNOTFOUNDEXCEPTION", "Запись с ID = `\(id)` не найдена")
    }

    static func unknownProperty(_ name: String, of entity: String) -> RESTError {
        third("UNKNOWNDTOPROPERTYEXCEPTION", "Неизвестное поле `\(name)` для сущности `\(entity)`")
    }

    /// What is wrong with the parameters, field by field.
    static func invalid(_ validation: [Validation]) -> RESTError {
        third(
            "VALIDATION_REQUESTVALIDATIONEXCEPTION", "Ошибка при валидации объекта запроса", validation: validation)
    }

    static func absent(_ fields: [String]) -> RESTError {
        invalid(fields.map { Validation(field: $0, message: "Обязательное поле `\($0)` не указано") })
    }

    static func wrongType(_ field: String, _ type: String) -> RESTError {
        let message = "В поле `\(field)` требуется тип данных `\(type)` для такого запроса"
        return invalid([Validation(field: field, message: message)])
    }

    static func lacksTrait(_ field: String, _ trait: String) -> RESTError {
        let message = "В DTO `TaskDto` в поле `\(field)` требуется наличие атрибута `\(trait)` для такого запроса"
        return invalid([Validation(field: field, message: message)])
    }

    /// `{"error": {code, message, validation}}`
    func writeThird(to json: inout JSONBuffer) {
        json.beginObject()
        json.name("error")
        json.beginObject()
        json.name("code")
        json.string(code)
        json.name("message")
        json.string(text)
        if !validation.isEmpty {
            json.name("validation")
            json.beginArray()
            for entry in validation {
                json.beginObject()
                json.name("message")
                json.string(entry.message)
                json.name("field")
                json.string(entry.field)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.endObject()
    }
}
