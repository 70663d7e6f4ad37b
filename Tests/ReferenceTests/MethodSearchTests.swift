import Bitrix24
import Testing

@testable import Reference

@Suite struct MethodSearchTests {
    static let search = MethodSearch()

    @Test(
        "what people look for is among the first methods",
        arguments: [
            ("сделка список", "crm.deal.list", 1), ("deal list", "crm.deal.list", 1),
            ("deals list", "crm.item.list", 8),
            ("список сделок", "crm.item.list", 8), ("задачи", "tasks.task.list", 1), ("задач", "tasks.task.list", 2),
            ("добавить контакт", "crm.contact.add", 1), ("создать задачу", "tasks.task.add", 2),
            ("удалить лид", "crm.lead.delete", 1), ("отправить сообщение", "im.message.add", 5),
            ("сотрудники", "user.get", 6), ("user get", "user.get", 1), ("sms", "messageservice.sender.list", 3),
            ("остатки товаров", "catalog.storeproduct.list", 2), ("воронки", "crm.category.list", 2),
            ("загрузить файл", "disk.storage.uploadFile", 6), ("затраченное время", "task.elapseditem.getlist", 3),
            ("смарт-процессы", "crm.type.list", 3), ("getPublicUrl", "landing.site.getPublicUrl", 3),
            ("дубликаты", "crm.duplicate.findbycomm", 3), ("открытые линии", "imopenlines.config.get", 6),
        ])
    func finds(_ query: String, _ method: String, _ place: Int) {
        let names = Self.search.find(query).methods.map(\.name)
        #expect(names.prefix(place).contains(method), "\(names.prefix(10))")
    }

    @Test("a word with a slip finds what was meant, and says so")
    func slips() {
        let answer = Self.search.find("зделка список")
        #expect(answer.methods.first?.name == "crm.deal.list")
        #expect(answer.corrections.first?.wrong == "зделка")
        #expect(Self.search.find("contcat add").methods.first?.name == "crm.contact.add")
    }

    @Test("what no method has is named, with how many methods the other words have")
    func nothing() {
        #expect(Self.search.find("qqqqzzzz deal").unknown == ["qqqqzzzz"])
        let counts = Self.search.find("задача спринт касса").counts
        #expect(counts.count == 3 && counts.allSatisfy { $0.count > 0 })
    }

    @Test("the name of a family finds its methods and no others")
    func family() {
        let names = Self.search.find("crm.deal.").methods.map(\.name)
        #expect(names == Self.search.find("CRM.deal").methods.map(\.name))
        #expect(names.allSatisfy { $0.hasPrefix("crm.deal.") } && names.first == "crm.deal.list" && names.count > 20)
    }

    @Test("of methods that answer alike, a deprecated one comes later")
    func deprecated() {
        let methods = Self.search.find("crm measure list").methods
        #expect(methods.firstIndex { $0.name == "crm.measure.list" } != nil)
        let same = Self.search.find("единицы измерения список").methods.map(\.name)
        #expect(same.first == "catalog.measure.list")
    }

    @Test("a filter leaves only what it lets through")
    func filtered() {
        var filter = MethodFilter()
        filter.scope = "crm"
        filter.isWrite = true
        let writes = MethodSearch(filter).find("").methods
        #expect(!writes.isEmpty && writes.allSatisfy { $0.isWrite && $0.scopes.contains("crm") })
        filter = MethodFilter()
        filter.version = .three
        let third = MethodSearch(filter).find("task").methods
        #expect(!third.isEmpty && third.allSatisfy { $0.version == .three })
    }

    @Test("a method is found by its own name's words, among the first ten")
    func everyone() {
        // Every seventh: all of them take a minute in a debug build.
        for (index, method) in Catalogue.methods.enumerated() where index % 7 == 0 {
            let words = SearchWords.split(method.name).joined(separator: " ")
            let names = Self.search.find(words).methods.prefix(10).map(\.key)
            #expect(names.contains(method.key), "\(method.key): \(names)")
        }
    }
}
