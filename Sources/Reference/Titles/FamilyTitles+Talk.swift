extension TitleTable {
    /// The families of methods for talks, files, sites and applications: `family | English | Russian | other words that people look for`.
    static let talk = TitleTable(
        """
        ai.engine | AI engines | движки ИИ | нейросеть
        app | application | приложение |
        app.option | application options | настройки приложения |
        biconnector.connector | BI connectors | BI-коннекторы | аналитика
        biconnector.dataset | BI datasets | BI-датасеты | аналитика
        biconnector.source | BI sources | BI-источники | аналитика
        call.followup | call summaries | итоги звонков | расшифровка
        disk.attachedObject | attached files | вложения | файлы
        disk.file | files | файлы | диск документы
        disk.folder | folders | папки | диск
        disk.rights | rights on files | права на файлы | доступ
        disk.storage | storages | хранилища | диск
        disk.version | file versions | версии файлов |
        entity | application storages | хранилища приложения |
        entity.item | items of application storages | элементы хранилищ приложения |
        entity.item.property | properties of storage items | свойства элементов хранилищ |
        entity.section | sections of application storages | разделы хранилищ приложения |
        event | event handlers | обработчики событий | подписка
        event.offline | offline events | офлайн-события | очередь
        events | list of events | список событий |
        im.chat | chats | чаты | беседы
        im.chat.user | members of chats | участники чатов | пользователи
        im.counters | message counters | счётчики сообщений | непрочитанные
        im.department | departments in chats | отделы в мессенджере | коллеги
        im.dialog | dialogs | диалоги | чаты
        im.dialog.messages | messages of dialogs | сообщения диалогов | история чат
        im.disk.file | files in chats | файлы в чатах |
        im.disk.folder | folders of chats | папки чатов |
        im.message | messages | сообщения | чат написать отправить send
        im.notify | notifications | уведомления | оповещение
        im.recent | recent chats | последние чаты |
        im.search | search in chats | поиск в мессенджере |
        im.user | users in chats | пользователи мессенджера |
        im.user.status | users' statuses in chats | статусы пользователей |
        im.v2.Event | chat events | события чатов |
        im.v2.File | files of chats | файлы чатов |
        imbot | chat bots | чат-боты | бот
        imbot.chat | chats of bots | чаты ботов |
        imbot.command | bot commands | команды ботов |
        imbot.message | messages of bots | сообщения ботов |
        imbot.v2.Bot | bots | боты | чат-бот
        imbot.v2.Chat | chats of bots | чаты ботов |
        imbot.v2.Chat.Message | messages of bots | сообщения ботов |
        imbot.v2.Command | bot commands | команды ботов |
        imbot.v2.File | files of bots | файлы ботов |
        imconnector | open channel connectors | коннекторы открытых линий |
        imopenlines.config | open channels | открытые линии | настройки
        imopenlines.crm | open channels in CRM | открытые линии в CRM | чаты
        imopenlines.dialog | open channel dialogs | диалоги открытых линий |
        imopenlines.message | open channel messages | сообщения открытых линий |
        imopenlines.operator | open channel operators | операторы открытых линий |
        imopenlines.session | open channel conversations | обращения открытых линий | сессии
        landing.block | page blocks | блоки страниц | сайт
        landing.demos | site templates of applications | шаблоны сайтов приложений |
        landing.landing | pages | страницы сайтов | лендинг
        landing.repo | own blocks | свои блоки | репозиторий сайт
        landing.repowidget | vibe widgets | виджеты главной страницы |
        landing.role | roles on sites | роли на сайтах | права
        landing.site | sites | сайты | лендинг магазин
        landing.syspage | special pages | служебные страницы | сайт
        landing.template | page views | шаблоны страниц | сайт
        log.blogcomment | comments in the feed | комментарии ленты | новости
        log.blogpost | feed posts | сообщения ленты | новости пост
        mail.mailbox | mailboxes | почтовые ящики |
        mail.message | e-mails | письма | почта
        mail.recipient | mail recipients | получатели писем | почта
        mailservice | mail services | почтовые сервисы |
        main.eventlog | event log | журнал событий | аудит
        messageservice.message.status | status of SMS | статусы SMS | смс сообщения
        messageservice.sender | SMS providers | провайдеры SMS | смс отправители
        note.collection | note collections | коллекции заметок | база знаний
        note.document | notes | заметки | база знаний
        note.file | files of notes | файлы заметок |
        placement | places for applications | места встраивания | виджет
        profile | the webhook's user | пользователь вебхука | профиль я
        pull.application | push to applications | push приложений |
        scope | scopes of the webhook | права вебхука |
        server | server | сервер | время
        telephony.call | call transcripts | расшифровки звонков |
        telephony.externalCall | external calls | внешние звонки | телефония
        telephony.externalLine | external lines | внешние линии | телефония номера
        voximplant.callback | callbacks | обратные звонки | телефония
        voximplant.infocall | automatic calls | информационные звонки | обзвон
        voximplant.line | phone lines | телефонные линии | номера
        voximplant.sip | SIP lines | линии SIP | телефония
        voximplant.statistic | call statistics | статистика звонков | история вызовов
        voximplant.tts.voices | voices | голоса | речь
        voximplant.user | users' telephony | телефония пользователей | sip
        """)
}
