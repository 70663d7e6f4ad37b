extension TitleTable {
    /// What the scopes are about: `scope | English | Russian | other words that people look for`.
    static let scopes = TitleTable(
        """
        ai_admin | artificial intelligence engines | движки искусственного интеллекта | ии нейросеть copilot
        basic | basics of every webhook | основы любого вебхука | система базовое
        biconnector | BI analytics sources | источники для BI-аналитики | аналитика отчёты bi
        bizproc | workflows | бизнес-процессы | автоматизация роботы процесс
        booking | online booking | онлайн-запись | бронирование
        calendar | calendar | календарь | встречи события
        call | call transcripts | расшифровки звонков | звонки
        cashbox | cash registers | кассы | чеки фискализация
        catalog | product catalogue | каталог товаров | склад товары
        contact_center | contact centre | контакт-центр | обращения
        crm | CRM | CRM | продажи клиенты срм
        delivery | delivery services | службы доставки | доставка
        department | departments | отделы компании | структура подразделения
        disk | Drive: files and folders | Диск: файлы и папки | хранилище документы
        documentgenerator | documents by templates | документы по шаблонам | генератор
        entity | storages of applications | хранилища приложений | данные
        humanresources | company structure | структура компании | кадры сотрудники
        humanresources.hcmlink | links with payroll systems | связь с кадровыми системами | кадры зарплата
        im | chats and notifications | чаты и уведомления | мессенджер сообщения
        imbot | chat bots | чат-боты | боты
        imconnector | connectors of open channels | коннекторы открытых линий | мессенджеры
        imopenlines | open channels | открытые линии | обращения операторы чат
        intranet | intranet | интранет | портал
        landing | sites and stores | сайты и магазины | лендинги страницы
        lists | universal lists | универсальные списки | списки инфоблоки
        log | feed | новости (лента) | живая лента сообщения
        mail | mail | почта | письма ящики
        mailservice | mail services | почтовые сервисы | почта
        main | event log | журнал событий | аудит безопасность
        messageservice | SMS and message providers | SMS и провайдеры сообщений | смс рассылка
        mobile | mobile application | мобильное приложение | телефон
        note | knowledge notes | заметки базы знаний | документы знания
        pay_system | payment systems | платёжные системы | оплата
        placement | places for applications | места встраивания приложений | виджеты интерфейс
        pull | push and pull | push и pull | уведомления
        rpa | RPA processes | процессы RPA | роботизация
        sale | online store | интернет-магазин | заказы оплаты отгрузки
        salescenter | CRM payments | CRM-оплата | продажи
        sign.b2e | e-signature for HR | кадровый электронный документооборот | подпись кэдо
        socialnetwork | workgroups (new) | рабочие группы (новое) | проекты
        sonet | social network | социальная сеть | лента
        sonet_group | workgroups and projects | рабочие группы и проекты | группы
        task | tasks | задачи | поручения
        tasks | tasks (REST 3.0) | задачи (REST 3.0) | поручения
        telephony | telephony | телефония | звонки линии sip
        timeman | working time | учёт рабочего времени | рабочий день
        user | users | пользователи | сотрудники люди
        user.userfield | users' own fields | пользовательские поля пользователей | сотрудники
        user_basic | users without contact data | пользователи без контактных данных | сотрудники
        user_brief | users' names only | пользователи: только имена | сотрудники
        userconsent | consents | согласия | персональные данные
        userfieldconfig | settings of custom fields | настройки пользовательских полей | поля
        vote | votes | опросы и голосования | голос
        """)
}
