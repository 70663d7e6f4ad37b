extension TitleTable {
    /// The families of methods for people, tasks and their time: `family | English | Russian | other words that people look for`.
    static let work = TitleTable(
        """
        access | names of access codes | названия прав доступа |
        bizproc.activity | workflow actions | действия процессов | активити
        bizproc.event | workflow events | события процессов | ответ робота
        bizproc.robot | automation rules | роботы | автоматизация
        bizproc.task | workflow tasks | задания процессов | согласование
        bizproc.workflow | workflows | бизнес-процессы | запуск
        bizproc.workflow.template | workflow templates | шаблоны процессов |
        booking.v1.booking | bookings | записи (бронирования) | онлайн-запись
        booking.v1.booking.client | clients of bookings | клиенты записей |
        booking.v1.clienttype | types of clients | типы клиентов |
        booking.v1.resource | booking resources | ресурсы записи |
        booking.v1.resource.slots | slots of resources | интервалы ресурсов | время
        booking.v1.resourceType | types of resources | типы ресурсов |
        booking.v1.waitlist | waiting list | лист ожидания |
        calendar.accessibility | busy hours of people | занятость людей | доступность
        calendar.event | calendar events | события календаря | встречи
        calendar.meeting.status | answers to invitations | участие во встречах | приглашение
        calendar.resource | calendar resources | ресурсы календаря | переговорные
        calendar.section | calendars | календари | разделы
        calendar.settings | calendar settings | настройки календаря |
        calendar.user.settings | a user's calendar settings | настройки календаря пользователя |
        department | departments | отделы | подразделения структура
        humanresources.employee | employees | сотрудники | кадры
        humanresources.hcmlink.company | companies in payroll | компании кадровых систем |
        humanresources.hcmlink.employee | employees in payroll | сотрудники кадровых систем |
        humanresources.node | departments and teams | отделы и команды | структура узлы
        humanresources.node.communication | chats of departments | чаты отделов | каналы
        humanresources.node.member | members of departments | люди отделов | сотрудники
        lists | lists | списки | инфоблоки
        lists.element | list elements | элементы списков | записи
        lists.field | list fields | поля списков |
        lists.section | list sections | разделы списков |
        rpa.comment | RPA comments | комментарии RPA |
        rpa.fields | RPA field settings | настройки полей RPA |
        rpa.item | RPA items | элементы RPA |
        rpa.stage | RPA stages | стадии RPA |
        rpa.task | RPA tasks | задания RPA |
        rpa.timeline | RPA timeline | таймлайн RPA |
        rpa.type | RPA processes | процессы RPA |
        sign.b2e.document | documents to sign | документы на подпись | кэдо
        socialnetwork.api.workgroup | workgroups | рабочие группы | проекты
        sonet_group | workgroups and projects | группы и проекты | рабочие
        sonet_group.user | members of workgroups | участники групп | проекты
        sonet_group.feature | rights in workgroups | права в группах |
        task.checklistitem | task checklists | чек-листы задач | пункты
        task.commentitem | task comments | комментарии задач |
        task.dependence | task dependences | связи задач | гант
        task.elapseditem | time spent on tasks | затраченное время задач | учёт трудозатраты
        task.item | tasks (old) | задачи (старые) |
        task.item.userfield | custom fields of tasks | пользовательские поля задач |
        task.logitem | task log (old) | журнал задач (старый) | история
        task.planner | day planner | планировщик дня |
        task.stages | kanban stages of tasks | стадии канбана задач | планировщик
        tasks.api.scrum.backlog | scrum backlog | бэклог скрама |
        tasks.api.scrum.epic | scrum epics | эпики скрама |
        tasks.api.scrum.kanban | scrum board | канбан скрама | стадии
        tasks.api.scrum.sprint | sprints | спринты скрама |
        tasks.api.scrum.task | scrum tasks | задачи скрама |
        tasks.flow.Flow | task flows | потоки задач |
        tasks.task | tasks | задачи | поручения
        tasks.task.access | rights on tasks | права на задачи |
        tasks.task.chat.message | messages in task chats | сообщения в чатах задач |
        tasks.task.counters | task counters | счётчики задач |
        tasks.task.favorite | favourite tasks | избранные задачи |
        tasks.task.file | files of tasks | файлы задач | вложения
        tasks.task.history | task history | история задач |
        tasks.task.result | task results | результаты задач |
        tasks.template | task templates | шаблоны задач |
        tasks.template.checklist | checklists of task templates | чек-листы шаблонов задач |
        timeman | working day | рабочий день | учёт времени
        timeman.networkrange | office networks | сети офиса |
        timeman.record | working day records | записи рабочего дня |
        timeman.schedule | working schedules | графики работы |
        timeman.timecontrol.report | absence reports | отчёты об отсутствии |
        user | users | пользователи | сотрудники люди
        user.option | a user's options | настройки пользователя |
        user.userfield | custom fields of users | пользовательские поля пользователей | сотрудники
        userconsent.agreement | agreements | соглашения | персональные данные
        userconsent.consent | consents | согласия | персональные данные
        userfieldconfig | custom fields | пользовательские поля | настройки
        userfieldtype | kinds of custom fields | виды пользовательских полей |
        vote.AttachedVote | votes | опросы | голосования
        """)
}
