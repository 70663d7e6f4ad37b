import Testing

@testable import Reference

@Suite struct SearchWordsTests {
    @Test("names are split at dots and capitals, texts at everything between words")
    func split() {
        #expect(SearchWords.split("crm.deal.getFields") == ["crm", "deal", "get", "fields"])
        #expect(SearchWords.split("imbot.v2.Chat.InputAction") == ["imbot", "v2", "chat", "input", "action"])
        #expect(SearchWords.split("ID, TITLE") == ["id", "title"])
        #expect(SearchWords.split("Счёт-фактура: список") == ["счет", "фактура", "список"])
        #expect(SearchWords.split(" – ").isEmpty)
    }

    @Test("words that say nothing are left out, unless there are no others")
    func wanted() {
        #expect(SearchWords.wanted("как добавить контакт в сделку") == ["добавить", "контакт", "сделку"])
        #expect(SearchWords.wanted("list of the deals") == ["list", "deals"])
        #expect(SearchWords.wanted("как") == ["как"])
    }
}
