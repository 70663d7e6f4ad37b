/// A person's name with what follows from it.
struct PersonName: Hashable, Sendable {
    let first: String
    let second: String
    let last: String
    let isFemale: Bool

    /// `i.sokolova`, for addresses.
    var login: String { PersonName.latin(first.prefix(1)) + "." + PersonName.latin(last[...]) }

    static func random(_ random: inout RandomSource) -> PersonName {
        let isFemale = random.chance(0.45)
        let father = random.element(of: patronymics)
        let last = random.element(of: surnames)
        return PersonName(
            first: random.element(of: isFemale ? women : men), second: father + (isFemale ? "на" : "ич"),
            last: isFemale ? feminine(last) : last, isFemale: isFemale)
    }

    private static func feminine(_ surname: String) -> String {
        surname.hasSuffix("ий") ? String(surname.dropLast(2)) + "ая" : surname + "а"
    }

    /// Latin letters for Cyrillic ones, as in addresses.
    static func latin(_ text: Substring) -> String {
        text.lowercased().map { letters[$0] ?? ($0.isASCII && $0.isLetter ? String($0) : "") }.joined()
    }

    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "-": "-",
        " ": "-",
    ]

    private static let men = [
        "Александр", "Алексей", "Андрей", "Антон", "Артём", "Борис", "Вадим", "Виктор", "Владимир", "Георгий",
        "Денис", "Дмитрий", "Евгений", "Иван", "Игорь", "Кирилл", "Константин", "Максим", "Михаил", "Николай", "Олег",
        "Павел", "Пётр", "Роман", "Сергей", "Степан", "Фёдор", "Юрий",
    ]
    private static let women = [
        "Алёна", "Алина", "Анастасия", "Анна", "Валерия", "Вера", "Галина", "Дарья", "Екатерина", "Елена", "Ирина",
        "Ксения", "Лариса", "Любовь", "Людмила", "Марина", "Мария", "Надежда", "Наталья", "Нина", "Оксана", "Ольга",
        "Полина", "Светлана", "София", "Татьяна", "Юлия",
    ]
    private static let patronymics = [
        "Александров", "Алексеев", "Андреев", "Борисов", "Викторов", "Владимиров", "Геннадьев", "Григорьев",
        "Дмитриев", "Евгеньев", "Иванов", "Игорев", "Константинов", "Львов", "Михайлов", "Николаев", "Олегов",
        "Павлов", "Петров", "Романов", "Сергеев", "Степанов", "Фёдоров", "Юрьев",
    ]
    private static let surnames = [
        "Абрамов", "Алексеев", "Баранов", "Белов", "Беляев", "Богданов", "Борисов", "Быков", "Васильев", "Виноградов",
        "Воробьёв", "Гаврилов", "Герасимов", "Голубев", "Горшков", "Григорьев", "Гусев", "Давыдов", "Денисов",
        "Дмитриев", "Егоров", "Ершов", "Ефимов", "Жуков", "Зайцев", "Захаров", "Ильин", "Казаков", "Калинин",
        "Карпов", "Киселёв", "Ковалёв", "Колесников", "Комаров", "Кондратьев", "Королёв", "Крылов", "Кудрявцев",
        "Кузьмин", "Куликов", "Лазарев", "Лебедев", "Макаров", "Максимов", "Матвеев", "Медведев", "Мельников",
        "Миронов", "Морозов", "Назаров", "Никитин", "Новиков", "Орлов", "Осипов", "Панов", "Поляков", "Пономарёв",
        "Родионов", "Рыбаков", "Савельев", "Сафонов", "Семёнов", "Сидоров", "Соболев", "Соколов", "Соловьёв",
        "Сорокин", "Степанов", "Субботин", "Тарасов", "Титов", "Тихонов", "Трофимов", "Успенский", "Филатов",
        "Филиппов", "Фомин", "Цветков", "Черновский", "Шестаков", "Широков", "Щербаков", "Яковлев",
    ]
}

extension RandomSource {
    /// A telephone number with the code 000, which no town has: nobody can be called by mistake.
    mutating func phone() -> String {
        let digits = (0..<7).map { _ in String(below(10)) }.joined()
        return "+7000\(digits)"
    }
}
