import Testing

@testable import Reference

@Suite struct WordStemTests {
    @Test(
        "all forms of a word have akin stems",
        arguments: [
            "сделка сделки сделку сделок сделками", "задача задачи задач задачу",
            "контакт контакты контактов контактами",
            "компания компании компаний компанию компаниями", "пользователь пользователи пользователей",
            "список списки списков",
            "звонок звонки звонков", "событие события событий", "добавить добавление добавлять", "удалить удаление",
            "изменить изменение", "подразделение подразделения подразделений", "счёт счета счетов",
            "категория категории категорий", "папка папки папок", "deal deals", "company companies", "status statuses",
            "address addresses", "message messages", "create created creating", "category categories", "file files",
        ])
    func forms(_ words: String) {
        let stems = words.split(separator: " ").map { WordStem(String($0)) }
        for left in stems {
            for right in stems { #expect(left.isAkin(to: right), "\(left.text) and \(right.text)") }
        }
    }

    @Test(
        "different words are not akin",
        arguments: [
            "сделка сделать", "задача задать", "чат часть", "товар товарищество", "лид лидер", "deal dealer",
            "status state",
            "список спиcание", "user use",
        ])
    func others(_ words: String) {
        let stems = words.split(separator: " ").map { WordStem(String($0)) }
        #expect(!stems[0].isAkin(to: stems[1]), "\(stems[0].text) and \(stems[1].text)")
    }

    @Test("a short word stays as it is", arguments: ["дом", "sms", "bi", "я", "as"])
    func short(_ word: String) { #expect(WordStem(word).text == word) }
}
