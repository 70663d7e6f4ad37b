extension Schema {
    static let user = Schema(
        faces: [.user],
        [
            .id(), .text("XML_ID", "Внешний код"), .flag("ACTIVE", "Активность"), .text("NAME", "Имя"),
            .text("LAST_NAME", "Фамилия"), .text("SECOND_NAME", "Отчество"), .text("TITLE", "Обращение"),
            .text("EMAIL", "E-Mail"), .dateTime("LAST_LOGIN", "Последняя авторизация"),
            .dateTime("DATE_REGISTER", "Дата регистрации"), .text("TIME_ZONE", "TIME_ZONE"),
            .flag("IS_ONLINE", "IS_ONLINE"), .dateTime("TIMESTAMP_X", "TIMESTAMP_X"),
            .dateTime("LAST_ACTIVITY_DATE", "LAST_ACTIVITY_DATE"), .text("PERSONAL_GENDER", "Пол"),
            .text("PERSONAL_PROFESSION", "Профессия"), .text("PERSONAL_WWW", "Домашняя страничка"),
            .date("PERSONAL_BIRTHDAY", "Дата рождения"), .text("PERSONAL_PHOTO", "Фотография"),
            .text("PERSONAL_PHONE", "Личный телефон"), .text("PERSONAL_MOBILE", "Личный мобильный"),
            .text("PERSONAL_CITY", "Город проживания"), .text("WORK_PHONE", "Телефон компании"),
            .text("WORK_COMPANY", "Компания"), .text("WORK_POSITION", "Должность"),
            .text("WORK_DEPARTMENT", "Отдел"), .date("UF_EMPLOYMENT_DATE", "Дата принятия на работу"),
            Field("UF_DEPARTMENT", "Подразделения", .integers, type: "array", traits: .custom),
            .text("UF_PHONE_INNER", "Внутренний телефон", .custom), .text("USER_TYPE", "USER_TYPE"),
        ] + userCustom)

    static let department = Schema(
        faces: [.department],
        [
            .id(), .text("NAME", "Название подразделения"), .integer("SORT", "Порядок сортировки"),
            .integer("PARENT", "Вышестоящее подразделение"), .integer("UF_HEAD", "Руководитель"),
        ])

    static let task = Schema(
        faces: [.task],
        [
            .id(), .integer("PARENT_ID", "ID базовой задачи"), .text("TITLE", "Название", .required),
            .text("DESCRIPTION", "Описание"), .text("MARK", "Оценка"), .integer("PRIORITY", "Приоритет"),
            .flag("MULTITASK", "Множественная задача"), .flag("REPLICATE", "Повторяемая задача"),
            .integer("GROUP_ID", "Проект"), .integer("STAGE_ID", "Стадия"),
            .integer("CREATED_BY", "Постановщик", .required), .dateTime("CREATED_DATE", "Дата создания", .readOnly),
            .integer("RESPONSIBLE_ID", "Исполнитель", .required),
            Field("ACCOMPLICES", "Соисполнители", .integers, type: "array"),
            Field("AUDITORS", "Наблюдатели", .integers, type: "array"),
            .integer("CHANGED_BY", "Изменил", .readOnly), .dateTime("CHANGED_DATE", "Дата изменения", .readOnly),
            .integer("STATUS_CHANGED_BY", "Изменил статус", .readOnly),
            .dateTime("STATUS_CHANGED_DATE", "Дата изменения статуса", .readOnly),
            .integer("CLOSED_BY", "Закрыл задачу", .readOnly), .dateTime("CLOSED_DATE", "Дата закрытия", .readOnly),
            .dateTime("ACTIVITY_DATE", "Дата активности", .readOnly), .dateTime("DATE_START", "Дата начала", .readOnly),
            .dateTime("DEADLINE", "Крайний срок"), .dateTime("START_DATE_PLAN", "Плановое начало"),
            .dateTime("END_DATE_PLAN", "Плановое завершение"), .text("GUID", "GUID", .readOnly),
            .text("XML_ID", "XML_ID"), .integer("COMMENTS_COUNT", "Кол-во комментариев", .readOnly),
            .flag("ALLOW_CHANGE_DEADLINE", "Исполнитель может менять срок"),
            .flag("ALLOW_TIME_TRACKING", "Учёт времени"), .flag("TASK_CONTROL", "Принять работу"),
            .flag("ADD_IN_REPORT", "Добавить в отчёт"), .integer("TIME_ESTIMATE", "Затраченное время"),
            .integer("TIME_SPENT_IN_LOGS", "Затраченное время из истории изменений"),
            .flag("MATCH_WORK_TIME", "Пропустить выходные дни"), .text("SITE_ID", "SITE_ID"),
            .flag("SUBORDINATE", "Задача подчинённого"), .flag("FAVORITE", "В избранном"),
            .flag("IS_MUTED", "Без уведомлений"), .flag("IS_PINNED", "Закреплена"),
            .text("DURATION_TYPE", "Единица длительности"), .flag("DESCRIPTION_IN_BBCODE", "Описание в BBCode"),
            .integer("STATUS", "Статус"), .integer("SUB_STATUS", "Статус с просрочкой", .readOnly),
            Field("GROUP", "Группа", .raw, type: "object", traits: .readOnly),
            Field("CREATOR", "Постановщик", .raw, type: "object", traits: .readOnly),
            Field("RESPONSIBLE", "Исполнитель", .raw, type: "object", traits: .readOnly),
        ])

    static let status = Schema(
        faces: [.classic],
        [
            .id(), .text("ENTITY_ID", "Тип справочника", [.required, .immutable]),
            .text("STATUS_ID", "Код", [.required, .immutable]), .text("NAME", "Название", .required),
            .text("NAME_INIT", "Название по умолчанию", .readOnly), .integer("SORT", "Сортировка"),
            .flag("SYSTEM", "Системный", .readOnly), .integer("CATEGORY_ID", "Воронка", .immutable),
            .text("COLOR", "Цвет"), Field("SEMANTICS", "Семантика", .text, type: "char", traits: .immutable),
            Field("EXTRA", "Дополнительно", .raw, type: "crm_status_extra"),
        ])

    static let type = Schema(
        faces: [.item],
        [
            .id(), .text("TITLE", "Название", .required), .text("CODE", "Код"),
            .user("CREATED_BY", "Кем создан", .readOnly),
            .integer("ENTITY_TYPE_ID", "Тип объекта CRM", [.required, .immutable]),
            .integer("CUSTOM_SECTION_ID", "Цифровое рабочее место", .immutable),
            .flag("IS_CATEGORIES_ENABLED", "Воронки"), .flag("IS_STAGES_ENABLED", "Стадии"),
            .flag("IS_BEGIN_CLOSE_DATES_ENABLED", "Даты начала и завершения"), .flag("IS_CLIENT_ENABLED", "Клиент"),
            .flag("IS_USE_IN_USERFIELD_ENABLED", "Использование в поле"),
            .flag("IS_LINK_WITH_PRODUCTS_ENABLED", "Товары"), .flag("IS_MYCOMPANY_ENABLED", "Моя компания"),
            .flag("IS_DOCUMENTS_ENABLED", "Документы"), .flag("IS_SOURCE_ENABLED", "Источник"),
            .flag("IS_OBSERVERS_ENABLED", "Наблюдатели"), .flag("IS_RECYCLEBIN_ENABLED", "Корзина"),
            .flag("IS_AUTOMATION_ENABLED", "Роботы"), .flag("IS_BIZ_PROC_ENABLED", "Бизнес-процессы"),
            .flag("IS_SET_OPEN_PERMISSIONS", "Доступен для всех"), .flag("IS_PAYMENTS_ENABLED", "Оплаты"),
            .flag("IS_COUNTERS_ENABLED", "Счётчики"), .dateTime("CREATED_TIME", "Когда создан", .readOnly),
            .dateTime("UPDATED_TIME", "Когда обновлён", .readOnly), .user("UPDATED_BY", "Кем обновлён", .readOnly),
        ])
}
