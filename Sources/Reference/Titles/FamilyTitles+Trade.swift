extension TitleTable {
    /// The families of methods for goods and orders: `family | English | Russian | other words that people look for`.
    static let trade = TitleTable(
        """
        catalog.catalog | trade catalogues | торговые каталоги | товары
        catalog.document | stock documents | документы складского учёта | склад приход списание
        catalog.document.element | goods of stock documents | товары складских документов | склад
        catalog.document.mode | stock accounting | складской учёт | склад режим
        catalog.documentcontractor | suppliers | поставщики | контрагент
        catalog.enum | catalogue constants | справочные значения каталога |
        catalog.extra | markups | наценки |
        catalog.measure | units of measure | единицы измерения |
        catalog.price | prices | цены | стоимость
        catalog.priceType | price types | типы цен |
        catalog.priceTypeGroup | groups of price types | группы типов цен | доступ
        catalog.priceTypeLang | names of price types | названия типов цен |
        catalog.product | products | товары | номенклатура
        catalog.product.offer | product variations | вариации товаров | торговые предложения
        catalog.product.service | services | услуги | товары
        catalog.product.sku | products with variations | товары с вариациями | sku
        catalog.productImage | product images | картинки товаров | фото изображения
        catalog.productProperty | product properties | свойства товаров | характеристики
        catalog.productPropertyEnum | values of product properties | значения свойств товаров |
        catalog.productPropertyFeature | options of product properties | параметры свойств товаров |
        catalog.productPropertySection | sections of product properties | разделы свойств товаров |
        catalog.ratio | measure ratios | коэффициенты единиц |
        catalog.roundingRule | price rounding | округление цен |
        catalog.section | product sections | разделы товаров | категории группы каталог
        catalog.store | warehouses | склады | магазин
        catalog.storeproduct | stock of products | остатки товаров | склад количество
        catalog.userfield.document | fields of stock documents | поля складских документов |
        catalog.vat | VAT rates | ставки НДС | налог
        documentgenerator.document | documents | документы | шаблоны
        documentgenerator.numerator | document numbering | нумераторы документов |
        documentgenerator.region | countries of documents | страны документов |
        documentgenerator.role | roles for documents | роли документов | права
        documentgenerator.template | document templates | шаблоны документов |
        sale.basketitem | basket items | позиции корзины | товары заказа
        sale.basketproperties | basket item properties | свойства позиций корзины |
        sale.businessValuePersonDomain | payer kinds | виды плательщиков |
        sale.cashbox | cash registers | кассы | чек
        sale.cashbox.check | receipts | чеки | касса
        sale.cashbox.handler | cash register drivers | обработчики касс |
        sale.delivery | delivery services | службы доставки |
        sale.delivery.config | settings of delivery services | настройки служб доставки |
        sale.delivery.extra.service | extra delivery services | дополнительные услуги доставки |
        sale.delivery.handler | delivery drivers | обработчики доставки |
        sale.delivery.request | delivery requests | заявки на доставку |
        sale.order | orders | заказы | покупки
        sale.payment | payments | оплаты | платежи деньги
        sale.paymentItemShipment | shipments of payments | отгрузки оплат |
        sale.paymentitembasket | basket items of payments | позиции оплат |
        sale.paysystem | payment systems | платёжные системы | оплата
        sale.paysystem.handler | payment drivers | обработчики оплаты |
        sale.paysystem.pay | payment by system | оплата через систему |
        sale.paysystem.settings | settings of payment systems | настройки платёжных систем |
        sale.persontype | payer types | типы плательщиков |
        sale.property | order properties | свойства заказа |
        sale.propertyRelation | relations of order properties | связи свойств заказа |
        sale.propertygroup | groups of order properties | группы свойств заказа |
        sale.propertyvalue | values of order properties | значения свойств заказа |
        sale.propertyvariant | variants of order properties | варианты свойств заказа |
        sale.shipment | shipments | отгрузки | доставка
        sale.shipmentitem | shipment items | позиции отгрузок |
        sale.shipmentproperty | shipment properties | свойства отгрузок |
        sale.shipmentpropertyvalue | values of shipment properties | значения свойств отгрузок |
        sale.status | order statuses | статусы заказов |
        sale.statusLang | names of order statuses | названия статусов заказов |
        sale.tradeBinding | orders' trade platforms | площадки заказов |
        sale.tradePlatform | trade platforms | торговые площадки |
        salescenter.payment | payment links | ссылки на оплату |
        """)
}
