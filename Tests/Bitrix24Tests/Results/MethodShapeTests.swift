import JSON
import Testing

@testable import Bitrix24

@Suite struct MethodShapeTests {
    private typealias Field = PortalDescription.Field

    private func shape(_ method: String, described fields: [Field]) throws -> MethodShape {
        let facts = try #require(Catalogue.method(method))
        let entity = try #require(facts.entity)
        return MethodShape(
            try #require(facts.result), documented: [entity].compactMap(Catalogue.entity),
            entities: [PortalDescription.Entity(key: entity, fields: fields)])
    }

    @Test("a portal that tells only a field's title leaves it the documented type")
    func titleOnly() throws {
        let known = try shape("user.get", described: [])
        let titled = ["ID", "ACTIVE", "UF_DEPARTMENT"].map { Field(code: $0, title: $0, type: "") }
        #expect(try shape("user.get", described: titled).result == known.result)
        #expect(!known.item.isAny)
    }

    @Test("a type that the portal tells comes before the documented one")
    func told() throws {
        let known = try shape("crm.deal.get", described: [])
        let told = try shape("crm.deal.get", described: [Field(code: "OPPORTUNITY", title: "", type: "integer")])
        #expect(told.result != known.result)
    }

    @Test("an own field is known by the name of the classic methods, too")
    func upperName() throws {
        var item = Field(code: "ufCrm_1", title: "", type: "integer")
        item.upperName = "UF_CRM_1"
        let both = [
            Field(code: "ufCrm_1", title: "", type: "integer"), Field(code: "UF_CRM_1", title: "", type: "integer"),
        ]
        #expect(try shape("crm.deal.get", described: [item]).result == shape("crm.deal.get", described: both).result)
        #expect(
            try shape("crm.deal.get", described: [item]).result != shape("crm.deal.get", described: [both[0]]).result)
    }

    @Test("fields of the entity that the answer's table leaves out are known by the names that the answer has")
    func otherNames() throws {
        let facts = try #require(Catalogue.entity("tasks.task"))
        #expect(facts.fieldsByName["newCommentsCount"]?.name == "NEW_COMMENTS_COUNT")
    }
}
