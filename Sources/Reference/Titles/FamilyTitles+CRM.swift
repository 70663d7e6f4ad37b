extension TitleTable {
    /// The families of CRM methods: `family | English | Russian | other words that people look for`.
    static let crm = TitleTable(
        """
        crm.activity | activities | дела | звонки встречи письма события дело
        crm.activity.badge | activity badges | значки дел |
        crm.activity.binding | activity bindings | привязки дел |
        crm.activity.communication | activity contacts | контакты дел |
        crm.activity.configurable | configurable activities | конфигурируемые дела |
        crm.activity.layout.blocks | blocks in activities | блоки в делах |
        crm.activity.todo | to-do activities | универсальные дела | todo напоминание срок
        crm.activity.type | activity types | типы дел |
        crm.address | addresses | адреса | реквизиты
        crm.automatedsolution | digital workplaces | цифровые рабочие места | смарт
        crm.automation | automation | автоматизация | роботы триггеры
        crm.automation.trigger | triggers | триггеры | автоматизация роботы
        crm.calllist | call lists | обзвоны | списки звонков
        crm.catalog | CRM catalogues | каталоги CRM | товары
        crm.category | pipelines | воронки | направления стадии funnel сделки
        crm.company | companies | компании | клиенты организации фирмы
        crm.company.contact | contacts of companies | контакты компаний | связи
        crm.contact | contacts | контакты | клиенты люди телефон
        crm.contact.company | companies of contacts | компании контактов | связи
        crm.currency | currencies | валюты | курс деньги
        crm.currency.base | base currency | базовая валюта |
        crm.currency.localizations | currency names | названия валют |
        crm.deal | deals | сделки | продажи
        crm.deal.contact | contacts of deals | контакты сделок | связи
        crm.deal.productrows | products of deals | товары сделок | позиции строки
        crm.deal.recurring | recurring deals | регулярные сделки | повтор
        crm.dealcategory | deal pipelines | воронки сделок | направления
        crm.dealcategory.stage | deal pipeline stages | стадии воронок сделок |
        crm.documentgenerator.document | CRM documents | документы CRM | шаблоны договор
        crm.documentgenerator.numerator | CRM document numbering | нумераторы документов CRM |
        crm.documentgenerator.template | CRM document templates | шаблоны документов CRM |
        crm.duplicate | duplicates | дубликаты | поиск телефон email
        crm.duplicate.volatileType | duplicate search fields | поля поиска дубликатов |
        crm.entity | CRM records | записи CRM | объединение слияние
        crm.enum | CRM constants | справочные значения CRM | типы перечисления
        crm.invoice | invoices (old) | счета (старые) | оплата
        crm.invoice.recurring | recurring invoices (old) | регулярные счета (старые) |
        crm.invoice.status | invoice statuses (old) | статусы счетов (старые) |
        crm.item | CRM items | элементы CRM | сделки лиды контакты компании счета предложения смарт-процессы deals leads contacts companies invoices quotes smart
        crm.item.delivery | deliveries of items | доставки элементов |
        crm.item.payment | payments of items | оплаты элементов | чек
        crm.item.payment.delivery | deliveries in payments | доставки в оплатах |
        crm.item.payment.product | products in payments | товары в оплатах |
        crm.item.productrow | products of items | товары элементов | позиции товарные строки сделки
        crm.lead | leads | лиды | заявки обращения
        crm.lead.contact | contacts of leads | контакты лидов | связи
        crm.lead.productrows | products of leads | товары лидов | позиции
        crm.measure | units of measure | единицы измерения |
        crm.multifield | phones and e-mails | телефоны и почта | контактные данные
        crm.orderentity | orders of deals | заказы сделок | связь
        crm.paysystem | payment systems | платёжные системы | оплата
        crm.persontype | payer types | типы плательщиков |
        crm.product | products (old) | товары (старые) | каталог
        crm.product.property | product properties (old) | свойства товаров (старые) |
        crm.productrow | product rows (old) | товарные позиции (старые) |
        crm.productsection | product sections (old) | разделы товаров (старые) | группы
        crm.quote | quotes | предложения | коммерческое кп
        crm.quote.contact | contacts of quotes | контакты предложений | связи
        crm.quote.productrows | products of quotes | товары предложений | позиции
        crm.requisite | requisites | реквизиты | инн кпп
        crm.requisite.bankdetail | bank details | банковские реквизиты | счёт бик
        crm.requisite.link | requisite links | связи реквизитов |
        crm.requisite.preset | requisite templates | шаблоны реквизитов |
        crm.requisite.preset.field | fields of requisite templates | поля шаблонов реквизитов |
        crm.settings.mode | CRM mode | режим CRM | лиды настройки
        crm.stagehistory | stage history | история стадий | движение воронка
        crm.status | statuses, stages, sources | справочники, стадии, источники | статусы воронка
        crm.status.entity | reference books | виды справочников | статусы
        crm.timeline.bindings | timeline bindings | привязки таймлайна |
        crm.timeline.comment | timeline comments | комментарии таймлайна | примечание
        crm.timeline.icon | timeline icons | иконки таймлайна |
        crm.timeline.item | timeline records | записи таймлайна |
        crm.timeline.layout.blocks | blocks in timelines | блоки в таймлайне |
        crm.timeline.logmessage | timeline log messages | записи журнала таймлайна |
        crm.timeline.logo | timeline logos | логотипы таймлайна |
        crm.timeline.note | timeline notes | заметки таймлайна |
        crm.tracking.trace | sales intelligence | сквозная аналитика | источники
        crm.type | smart processes | смарт-процессы | spa типы
        crm.userfield | custom field types | виды пользовательских полей |
        crm.vat | VAT rates | ставки НДС | налог
        """)
}
