extension Schema {
    /// What a line of goods has; the demo company keeps no such lines.
    static let productRow = Schema(
        faces: [.item],
        [
            .id(), .integer("OWNER_ID", "ID владельца", [.required, .immutable]),
            .text("OWNER_TYPE", "Тип владельца", [.required, .immutable]), .integer("PRODUCT_ID", "Товар", .required),
            .text("PRODUCT_NAME", "Название товара"), .money("PRICE", "Цена"),
            .money("PRICE_EXCLUSIVE", "Цена без налога со скидкой", .readOnly),
            .money("PRICE_NETTO", "PRICE_NETTO", .readOnly), .money("PRICE_BRUTTO", "PRICE_BRUTTO", .readOnly),
            .money("QUANTITY", "Количество"), .integer("DISCOUNT_TYPE_ID", "Тип скидки"),
            .money("DISCOUNT_RATE", "Величина скидки"), .money("DISCOUNT_SUM", "Сумма скидки"),
            .money("TAX_RATE", "Налог"), .flag("TAX_INCLUDED", "Налог включён в цену"),
            .flag("CUSTOMIZED", "Изменён"), .integer("MEASURE_CODE", "Код единицы измерения"),
            .text("MEASURE_NAME", "Единица измерения"), .integer("SORT", "Сортировка"),
            .integer("TYPE", "TYPE", .readOnly), .integer("STORE_ID", "STORE_ID", .readOnly),
        ])
}
