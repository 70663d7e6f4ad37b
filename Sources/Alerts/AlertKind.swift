/// What sort of thing people are told about. The raw values are the words of the settings.
public enum AlertKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A script's run has failed for good: no further try follows.
    case failed
    /// A run was cut short, by a crash or a restart of the host.
    case interrupted
    /// A run did not take place at its time and is not made up for.
    case missed
    /// A run begins much later than planned.
    case late
    /// A script was paused, by itself after failures or by a person.
    case paused
    /// A script can't be loaded; an older text of it goes on, if there is one.
    case broken
    /// A portal refuses a webhook or a token.
    case credential
    /// A portal doesn't answer.
    case unreachable
    /// Scripts started each other again and again, and were stopped.
    case loop
    /// A disk is full or can't be written.
    case disk

    /// The kinds that are over when a script has run well and in time.
    public static let endedByGoodRun: Set<AlertKind> = [.failed, .interrupted, .missed, .late]
    /// The kinds whose subject is a script.
    public static let ofScripts: Set<AlertKind> = [.failed, .interrupted, .missed, .late, .paused, .broken, .loop]
    /// Whether it is over when it hasn't shown itself for a while. A loop has no other end: its script runs well again
    /// and again, until the chain is too deep.
    var endsByQuiet: Bool { self == .loop }

    /// What it is called in a message.
    public func name(_ locale: AlertLocale) -> String {
        switch (self, locale) {
        case (.failed, .en): "Run failed"
        case (.failed, .ru): "Сбой запуска"
        case (.interrupted, .en): "Run interrupted"
        case (.interrupted, .ru): "Запуск прерван"
        case (.missed, .en): "Run missed"
        case (.missed, .ru): "Запуск пропущен"
        case (.late, .en): "Run late"
        case (.late, .ru): "Запуск опаздывает"
        case (.paused, .en): "Script paused"
        case (.paused, .ru): "Скрипт приостановлен"
        case (.broken, .en): "Script broken"
        case (.broken, .ru): "Скрипт не загружается"
        case (.credential, .en): "Access refused"
        case (.credential, .ru): "Доступ отклонён"
        case (.unreachable, .en): "Portal doesn't answer"
        case (.unreachable, .ru): "Портал не отвечает"
        case (.loop, .en): "Loop stopped"
        case (.loop, .ru): "Цикл остановлен"
        case (.disk, .en): "Disk trouble"
        case (.disk, .ru): "Проблема с диском"
        }
    }

    /// So many of them in words: `12 scripts failed`; `more` puts the word for "more" into it.
    public func counted(_ count: Int, more: Bool = false, _ locale: AlertLocale) -> String {
        switch locale {
        case .en:
            let (one, other) = englishForms
            return "\(count) \(more ? "more " : "")\(count == 1 ? one : other)"
        case .ru:
            let (one, few, many) = russianForms
            return "\(more ? "ещё " : "")\(count) \(RussianCount(count).pick(one, few, many))"
        }
    }

    private var englishForms: (String, String) {
        switch self {
        case .failed: ("script failed", "scripts failed")
        case .interrupted: ("script was interrupted", "scripts were interrupted")
        case .missed: ("script missed its time", "scripts missed their time")
        case .late: ("script is late", "scripts are late")
        case .paused: ("script is paused", "scripts are paused")
        case .broken: ("script can't be loaded", "scripts can't be loaded")
        case .credential: ("credential is refused", "credentials are refused")
        case .unreachable: ("portal doesn't answer", "portals don't answer")
        case .loop: ("loop was stopped", "loops were stopped")
        case .disk: ("folder has disk trouble", "folders have disk trouble")
        }
    }

    private var russianForms: (String, String, String) {
        switch self {
        case .failed: ("скрипт завершился сбоем", "скрипта завершились сбоем", "скриптов завершились сбоем")
        case .interrupted: ("скрипт прерван", "скрипта прерваны", "скриптов прервано")
        case .missed: ("скрипт пропустил запуск", "скрипта пропустили запуск", "скриптов пропустили запуск")
        case .late: ("скрипт опаздывает", "скрипта опаздывают", "скриптов опаздывают")
        case .paused: ("скрипт приостановлен", "скрипта приостановлены", "скриптов приостановлено")
        case .broken: ("скрипт не загружается", "скрипта не загружаются", "скриптов не загружаются")
        case .credential: ("доступ отклонён", "доступа отклонены", "доступов отклонено")
        case .unreachable: ("портал не отвечает", "портала не отвечают", "порталов не отвечают")
        case .loop: ("цикл остановлен", "цикла остановлены", "циклов остановлено")
        case .disk: ("папка с проблемой диска", "папки с проблемой диска", "папок с проблемой диска")
        }
    }
}

/// Which of the three forms a Russian word has behind a number.
enum RussianCount {
    case one, few, many

    init(_ count: Int) {
        let tens = abs(count % 100), ones = tens % 10
        self = (11...14).contains(tens) ? .many : ones == 1 ? .one : (2...4).contains(ones) ? .few : .many
    }

    func pick(_ one: String, _ few: String, _ many: String) -> String {
        switch self {
        case .one: one
        case .few: few
        case .many: many
        }
    }
}
