import Bitrix24
import Testing

@testable import Reference

@Suite struct TitleTableTests {
    static let tables = [TitleTable.crm, .trade, .work, .talk]

    @Test("every scope of the documented methods has a title in both languages")
    func scopes() {
        for scope in ScopeCount.all { #expect(scope.title != nil, "\(scope.scope)") }
    }

    @Test("every titled family has methods")
    func families() {
        let names = Catalogue.methods.map { $0.name.lowercased() + "." }
        for key in Self.tables.flatMap(\.keys) {
            #expect(names.contains { $0.hasPrefix(key.lowercased() + ".") }, "\(key)")
        }
    }

    @Test("no key has two titles")
    func keys() {
        for keys in [Self.tables.flatMap(\.keys), TitleTable.words.keys, TitleTable.scopes.keys] {
            #expect(Set(keys).count == keys.count, "\(Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys)")
        }
    }

    @Test("no Russian title lacks Russian letters, apart from names that are the same in both languages")
    func languages() {
        for table in Self.tables + [TitleTable.words, .scopes] {
            for key in table.keys {
                let title = table[key]?.title
                #expect(title?.english.unicodeScalars.contains { $0.value > 0x400 } == false, "\(key)")
                let isRussian = title?.russian.unicodeScalars.contains { $0.value > 0x400 } == true
                #expect(isRussian || title?.english == title?.russian, "\(key)")
            }
        }
    }

    @Test("a line without two titles is no entry")
    func wrong() {
        let table = TitleTable("a | b\nc | d | e | f g\n")
        #expect(table.keys == ["c"])
        #expect(table["C"]?.title == Title(english: "d", russian: "e") && table["C"]?.others == "f g")
    }

    @Test("a method is titled by its longest family and the words behind it")
    func composed() {
        #expect(MethodTitle(of: "crm.deal.list").title == Title(english: "deals: list", russian: "сделки: список"))
        #expect(MethodTitle(of: "crm.deal.contact.add").title.russian == "контакты сделок: добавить")
        #expect(MethodTitle(of: "profile").title.english == "the webhook's user")
        #expect(MethodTitle(of: "disk.file.getVersions").title.english == "files: get versions")
    }
}
