import JSON
import Testing

@testable import Bitrix24

@Suite struct FieldShapeTests {
    private func shape(_ name: String, of method: String, version: RESTVersion = .two) throws -> JSONShape {
        let facts = try #require(Catalogue.method(method, version: version))
        let field = try #require(facts.result?.fields.first { $0.name == name }, "\(method) \(name)")
        let entity = facts.entity.flatMap(Catalogue.entity)?.fieldsByName[name]
        return FieldShape.shape(FieldValue(field, of: entity))
    }

    private func shape(_ name: String, in entity: String) throws -> JSONShape {
        FieldShape.shape(FieldValue(try #require(Catalogue.entity(entity)?.fieldsByName[name])))
    }

    @Test("a field that holds several values is a list of what it holds")
    func multiple() throws {
        #expect(try shape("CONTACT_IDS", in: "crm.deal") == .list(.integer))
        #expect(try shape("UF_DEPARTMENT", of: "user.get") == .list(.integer))
        #expect(try shape("accomplices", of: "tasks.task.get") == .list(.integer))
    }

    @Test("users and tasks are told by integers, as what refers to them has it")
    func identifiers() throws {
        for method in ["user.get", "user.current", "user.search"] {
            #expect(try shape("ID", of: method) == .integer, "\(method)")
        }
        #expect(try shape("ASSIGNED_BY_ID", of: "crm.deal.get") == .integer)
        for method in ["tasks.task.get", "tasks.task.list", "tasks.task.approve", "tasks.task.add"] {
            for name in ["id", "responsibleId", "groupId", "timeEstimate", "status", "commentsCount"] {
                #expect(try shape(name, of: method) == .integer, "\(method) \(name)")
            }
            for name in ["multitask", "favorite"] {
                #expect(try [.flag, .letterFlag].contains(shape(name, of: method)), "\(method) \(name)")
            }
        }
    }

    @Test("an enumeration is what its values are, also where only the entity has it")
    func enumerations() throws {
        #expect(try shape("TASK_CONTROL", in: "tasks.task") == .letterFlag)
        #expect(try shape("PRIORITY", in: "tasks.task") == .integer)
        #expect(try shape("MARK", in: "tasks.task") == .any)
        #expect(try shape("FORKED_BY_TEMPLATE_ID", in: "tasks.task") == .integer)
    }

    @Test("a letter that is more than yes or no stays a letter")
    func letters() throws {
        #expect(try shape("IS_LIMIT", in: "crm.deal.recurring") == .any)
        for entity in Catalogue.entities {
            for name in ["SHOW_FILTER", "showFilter"] {
                guard let field = entity.fieldsByName[name] else { continue }
                #expect(FieldShape.shape(FieldValue(field)).isAny && field.choices.isEmpty, "\(entity.name)")
            }
        }
        for method in Catalogue.methods {
            for field in method.result?.fields ?? [] where ["SHOW_FILTER", "showFilter"].contains(field.name) {
                let entity = method.entity.flatMap(Catalogue.entity)?.fieldsByName[field.name]
                #expect(FieldShape.shape(FieldValue(field, of: entity)).isAny, "\(method.name)")
            }
        }
    }

    @Test("how a filter shows an own field can be written as it was read", arguments: ["N", "I", "E", "S", "Y"])
    func writtenBack(letter: String) throws {
        for name in ["crm.deal.userfield.update", "crm.requisite.userfield.update", "user.userfield.update"] {
            let facts = try #require(Catalogue.method(name))
            let fields = try #require(facts.parameters.first { $0.name.lowercased() == "fields" })
            let member = try #require(fields.members.first { $0.name == "SHOW_FILTER" })
            #expect(member.choices.isEmpty || member.choices.contains(letter), "\(name)")
        }
    }
}
