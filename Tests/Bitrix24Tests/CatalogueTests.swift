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
        let names = Catalogue.names
        #expect(names.count > 1_000)
        #expect(Set(names).count == names.count)
        let isSorted = zip(names, names.dropFirst()).allSatisfy { $0.0.utf8.lexicographicallyPrecedes($0.1.utf8) }
        #expect(isSorted)
    }

    @Test("every line of the table has all its columns, and values that are known")
    func table() throws {
        for line in Self.lines {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            #expect(fields.count == 3 || fields.count == 11, "\(line)")
            guard fields.count >= 3 else { continue }
            #expect(fields[0].utf8.allSatisfy { $0.isCodeByte || $0 == UInt8(ascii: "@") }, "\(line)")
            #expect(["r", "w"].contains(fields[1]), "\(line)")
            #expect(fields[2].utf8.allSatisfy { $0.isCodeByte || $0 == UInt8(ascii: ",") }, "\(line)")
            guard fields.count == 11 else { continue }
            #expect(fields[3] == "unknown" || ListFacts.Walk(String(fields[3])) != .unknown, "\(line)")
            #expect(Int(fields[4]).map { $0 > 0 } == true, "\(line)")
        }
        #expect(Self.lines.count { !$0.contains("@3|") } == Catalogue.names.count)
    }

    @Test("methods are found from the first line of the table to its last")
    func found() {
        let names = Catalogue.names
        for name in names { #expect(Catalogue.method(name)?.name == name) }
    }

    @Test("what is walked by ID can be filtered, ordered and told apart by it, and is a plain read")
    func byID() {
        let methods = Self.lines.map { MethodFacts(line: $0) }.filter { $0.list?.walk == .byID }
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
        for method in Self.lines.map({ MethodFacts(line: $0) }) where method.isWrite {
            #expect(method.list == nil || method.list?.walk == .unknown || method.list?.walk == .once, "\(method.name)")
        }
    }

    private static let lines = "\(methodTable)".split(separator: "\n").map(String.init)
}
