import Testing

@testable import Bitrix24

@Suite struct CatalogueTests {
    @Test("deals are walked by ID")
    func deals() throws {
        let facts = try #require(Catalogue.method("crm.deal.list"))
        #expect(!facts.isWrite)
        #expect(facts.scopes == ["crm"])
        let list = try #require(facts.list)
        #expect(list.walk == .byID)
        #expect(list.pageSize == 50)
        #expect(list.listKey == nil)
        #expect((list.identifier, list.filterIdentifier) == ("ID", "ID"))
        #expect((list.filter, list.order, list.select) == ("filter", "order", "select"))
    }

    @Test("tasks lie under a key and have two spellings of their identifier")
    func tasks() throws {
        let facts = try #require(Catalogue.method("tasks.task.list"))
        #expect(facts.scopes == ["task"])
        let list = try #require(facts.list)
        #expect(list.walk == .byID)
        #expect(list.listKey == "tasks")
        #expect((list.identifier, list.filterIdentifier) == ("id", "ID"))
    }

    @Test("users are read by offset, under any of three scopes")
    func users() throws {
        let facts = try #require(Catalogue.method("user.get"))
        #expect(facts.scopes == ["user", "user_brief", "user_basic"])
        #expect(facts.list?.walk == .byStart("start"))
        #expect(facts.list?.filter == "FILTER")
    }

    @Test("departments want their START in capitals and have no filter")
    func departments() throws {
        let list = try #require(Catalogue.method("department.get")?.list)
        #expect(list.walk == .byStart("START"))
        #expect((list.filter, list.order, list.select) == (nil, "order", nil))
    }

    @Test("a method of both APIs has facts in each")
    func versions() throws {
        #expect(Catalogue.method("tasks.task.list")?.list?.listKey == "tasks")
        #expect(Catalogue.method("tasks.task.list", version: .three)?.list?.listKey == "items")
        #expect(Catalogue.method("crm.deal.list", version: .three) == nil)
    }

    @Test("a batch may change something, is in every webhook's scope and lists nothing")
    func batch() throws {
        let facts = try #require(Catalogue.method("batch"))
        #expect(facts.isWrite)
        #expect(facts.scopes == ["basic"])
        #expect(facts.list == nil)
    }

    @Test(
        "reads and writes are told apart",
        arguments: [
            ("crm.deal.get", false), ("crm.deal.fields", false), ("user.current", false), ("crm.deal.add", true),
            ("crm.deal.update", true), ("crm.deal.delete", true), ("tasks.task.complete", true),
        ])
    func writes(method: String, isWrite: Bool) throws {
        #expect(try #require(Catalogue.method(method)).isWrite == isWrite)
    }

    @Test(
        "only the whole name finds a method",
        arguments: [
            "", "crm", "crm.deal", "crm.deal.lis", "crm.deal.list|", "crm.deal.lists", " batch",
        ])
    func unknown(name: String) {
        #expect(Catalogue.method(name) == nil)
    }

    @Test(
        "a slip of the finger finds the method",
        arguments: [("crm.deal.lst", "crm.deal.list"), ("user.curent", "user.current")])
    func nearest(wrong: String, right: String) {
        #expect(Catalogue.nearest(to: wrong) == right)
    }

    @Test("the names are sorted and each is there once")
    func names() {
        let names = Catalogue.names()
        #expect(names.count > 1_000)
        #expect(Set(names).count == names.count)
        let isSorted = zip(names, names.dropFirst()).allSatisfy { $0.0.utf8.lexicographicallyPrecedes($0.1.utf8) }
        #expect(isSorted)
    }

    @Test("every method's facts are whole: a name, known scopes, parameters of known types, a page")
    func methods() {
        for method in Catalogue.methods {
            #expect(method.name.isMethodName, "\(method.name)")
            #expect(method.scopes.allSatisfy { $0.utf8.allSatisfy(\.isCodeByte) }, "\(method.name)")
            #expect(!method.page.isEmpty && !method.page.contains(" "), "\(method.name)")
            #expect(method.parameters.allSatisfy { !$0.name.isEmpty && !$0.name.contains(":") }, "\(method.name)")
            #expect(method.entity.map { $0 == "crm.item" || Catalogue.entity($0) != nil } ?? true, "\(method.name)")
        }
        #expect(Array(Catalogue.methods).count == Catalogue.names().count + Catalogue.names(version: .three).count)
    }

    @Test("methods are found from the first record of each table to its last, in small letters too")
    func found() {
        for version in [RESTVersion.two, .three] {
            for name in Catalogue.names(version: version) {
                #expect(Catalogue.method(name, version: version)?.name == name)
            }
        }
        #expect(Catalogue.method("CRM.DEAL.LIST")?.name == "crm.deal.list")
        #expect(Catalogue.method("im.v2.event.get")?.name == "im.v2.Event.get")
    }

    @Test("parameters are a tree with what each must be")
    func parameters() throws {
        let add = try #require(Catalogue.method("crm.deal.userfield.add"))
        let fields = try #require(add.parameters.first)
        #expect((fields.name, fields.need, fields.type.single?.kind) == ("fields", .required, .object))
        let type = try #require(fields.members.first)
        #expect((type.name, type.need) == ("USER_TYPE_ID", .required))
        #expect(type.choices.starts(with: ["string", "integer", "double"]))
        let settings = try #require(fields.members.first { $0.name == "SETTINGS" })
        #expect(settings.members.contains { $0.name == "ROWS" && $0.defaultValue == "1" })
        let label = try #require(fields.members.first { $0.name == "LIST_COLUMN_LABEL" })
        #expect(label.type.description == "string|lang_map")
        #expect(label.type.alternatives.map(\.kind) == [.string, .object])
    }

    @Test("a result tells where its list or its entity is, and the types of the fields")
    func results() throws {
        let tasks = try #require(Catalogue.method("tasks.task.list")?.result)
        #expect((tasks.kind, tasks.listKey) == (.object, "tasks"))
        let deals = try #require(Catalogue.method("crm.deal.list")?.result)
        #expect((deals.kind, deals.listKey) == (.array, nil))
        #expect(deals.fields.first { $0.name == "ID" }?.type.single?.kind == .integer)
        #expect(deals.fields.contains { $0.name == "UF_CRM_*" })
        #expect(Catalogue.method("crm.item.get")?.result?.itemKey == "item")
        #expect(Catalogue.method("crm.deal.userfield.add")?.result?.kind == .integer)
    }

    @Test("entities and events are found by their names")
    func entities() throws {
        let deal = try #require(Catalogue.entity("crm.deal"))
        #expect(deal.fields.first { $0.name == "ID" }?.isReadOnly == true)
        #expect(deal.fields.first { $0.name == "TYPE_ID" }?.statusType == "DEAL_TYPE")
        #expect(Array(Catalogue.entities).count > 400)
        let event = try #require(Catalogue.event("onCrmDealAdd"))
        #expect(event.scopes == ["crm"])
        #expect(event.members.contains { $0.path == "FIELDS.ID" && $0.type.single?.kind == .integer })
        #expect(Array(Catalogue.events).count > 200)
    }

    @Test("what is walked by ID can be filtered, ordered and told apart by it, and is a plain read")
    func byID() {
        let methods = Catalogue.methods.filter { $0.list?.walk == .byID }
        #expect(methods.count > 10)
        for method in methods {
            #expect(method.list?.filter != nil && method.list?.order != nil, "\(method.name)")
            #expect(
                method.list?.identifier.lowercased() == method.list?.filterIdentifier.lowercased(), "\(method.name)")
            #expect(!method.isWrite, "\(method.name)")
        }
    }

    @Test("what changes something is never walked page by page")
    func lists() {
        for method in Catalogue.methods where method.isWrite {
            #expect(method.list == nil || method.list?.walk == .unknown || method.list?.walk == .once, "\(method.name)")
        }
    }
}
