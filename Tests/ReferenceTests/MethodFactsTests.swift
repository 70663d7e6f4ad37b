import Bitrix24
import JSON
import Testing

@testable import Reference

@Suite struct MethodFactsTests {
    private func facts(_ name: String) throws -> MethodFacts { try #require(MethodName(name).facts()) }

    @Test("the events of an entity belong to all of its methods")
    func events() throws {
        #expect(
            try facts("crm.deal.list").events.map(\.code) == ["ONCRMDEALADD", "ONCRMDEALDELETE", "ONCRMDEALUPDATE"])
        #expect(try facts("tasks.task.get").events.map(\.code).contains("ONTASKADD"))
        #expect(try facts("catalog.measure.list").events.count == 3)
        #expect(try facts("server.time").events.isEmpty)
    }

    @Test("a list says how a loop goes through it")
    func behaviour() throws {
        let list = try facts("crm.deal.list").list?.behaviour
        #expect(list?.contains("by identifier") == true && list?.contains("2,500") == true)
        #expect(try facts("lists.element.get").list?.behaviour.contains("offset start") == true)
        for method in Catalogue.methods { #expect(method.list?.behaviour.isEmpty != true) }
    }

    @Test("a method's facts for programs are all there")
    func json() throws {
        let json = try facts("crm.item.add").facts(standing: .callable)
        #expect(json["method"]?.string == "crm.item.add" && json["kind"]?.string == "write")
        #expect(json["callable"] == true && json["deprecated"] == false)
        #expect(json["parameters"]?[0]?["name"]?.string == "entityTypeId")
        #expect(json["parameters"]?[0]?["required"] == true)
        #expect(try facts("crm.item.add").facts(standing: .unknown)["callable"]?.isNull == true)
    }

    @Test("the scopes count every method that has some")
    func scopes() {
        let crm = ScopeCount.all.first { $0.scope == "crm" }
        #expect(crm?.methods == Catalogue.methods.filter { $0.scopes.contains("crm") }.count)
        #expect(crm.map { $0.reads > 0 && $0.writes > 0 } == true)
    }
}
