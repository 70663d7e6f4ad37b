extension TitleTable {
    /// What the last words of names do, and the words on the way to them:
    /// `word | English | Russian | other words that people look for`.
    static let words = TitleTable(
        """
        access | access | доступ | права
        activate | turn on | включить |
        add | add | добавить | создать новый новая create new insert добавление создание
        all | all | все |
        answer | answer | ответить |
        approve | approve | принять | одобрить утвердить
        archive | archive | архивировать |
        attach | attach | прикрепить | вложить
        batch | in a batch | пакетом | пачка
        bind | bind | привязать | подписаться
        blocks | blocks | блоки |
        call | call | звонок |
        cancel | cancel | отменить |
        chat | chat | чат |
        checklist | checklist | чек-лист |
        client | client | клиент |
        close | close | закрыть | завершить
        comment | comment | комментарий |
        company | company | компания |
        complete | complete | завершить | закончить выполнить
        conduct | conduct | провести |
        configuration | card settings | настройки карточки | вид форма
        confirm | confirm | подтвердить |
        contact | contact | контакт |
        copy | copy | скопировать | копия
        copyto | copy to | скопировать в | копия
        count | count | количество | сколько посчитать
        create | create | создать | добавить новый add создание
        current | current | текущий | я сам
        default | default | по умолчанию |
        defer | defer | отложить |
        delegate | delegate | делегировать | передать
        delete | delete | удалить | убрать remove удаление стереть
        deletebyfilter | delete by filter | удалить по фильтру | remove
        details | card | карточка |
        disapprove | disapprove | вернуть в работу | отклонить
        download | download | скачать | загрузить
        enumeration | enumeration | перечисление |
        externaldata | external data | внешние данные |
        field | field | поле | поля
        fields | fields | поля | описание структура
        file | file | файл |
        findbycomm | find by phone or e-mail | найти по телефону или почте | поиск
        finish | finish | завершить | закончить
        forcecommonscopeforall | common card for all | общая карточка для всех |
        get | get | получить | прочитать показать read show взять получение
        getbyid | get by identifier | получить по идентификатору | read
        getfields | fields | поля | описание структура получить
        getfieldsbyfilter | fields by filter | поля по фильтру |
        getfieldsbytype | fields by type | поля по типу |
        getlist | list | список | все получить показать all read
        handler | handler | обработчик |
        hide | hide | скрыть |
        history | history | история |
        import | import | импортировать | загрузить
        info | information | сведения | информация
        instances | running | запущенные |
        invite | invite | пригласить |
        items | items | элементы | связи
        join | join | присоединиться |
        leave | leave | выйти | покинуть
        like | like | отметить «нравится» | лайк
        list | list | список | все получить показать all read перечень
        markdeleted | move to trash | в корзину | удалить
        merge | merge | объединить | слить
        mergebatch | merge | объединить | слить дубликаты
        message | message | сообщение |
        modify | change | изменить | update
        move | move | переместить | перенести
        moveto | move to | переместить в | перенести
        mute | mute | выключить звук |
        open | open | открыть | начать
        pause | pause | приостановить | пауза
        pin | pin | закрепить |
        publication | publish | опубликовать |
        read | mark as read | прочитать | прочитано
        register | register | зарегистрировать | подключить
        remove | remove | убрать | удалить delete
        rename | rename | переименовать |
        renew | renew | возобновить |
        reset | reset | сбросить |
        restore | restore | восстановить |
        save | save | сохранить |
        search | search | поиск | найти искать find
        send | send | отправить | послать написать отправка
        set | set | задать | установить сохранить
        share | share | поделиться | доступ
        start | start | начать | запустить
        status | status | статус | состояние
        stop | stop | остановить |
        tail | newest by the last one | новые после последнего | хвост
        terminate | terminate | прервать | остановить
        types | types | типы |
        unbind | unbind | отвязать | отписаться
        unmute | unmute | включить звук |
        unpin | unpin | открепить |
        unread | mark as unread | отметить непрочитанным |
        unregister | unregister | отменить регистрацию | удалить отключить
        unset | unset | сбросить |
        update | update | изменить | обновить редактировать change edit обновление изменение
        upload | upload | загрузить | отправить
        uploadfile | upload a file | загрузить файл |
        user | user | пользователь |
        userfield | custom fields | пользовательские поля | свои
        """)
}
