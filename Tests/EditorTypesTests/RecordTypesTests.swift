import JSON
import Testing

@testable import Bitrix24
@testable import EditorTypes

@Suite struct RecordTypesTests {
    @Test("what the editor tells of a field is what a script gets, for every documented field of an answer")
    func agreement() {
        var disagreements: [String] = []
        var count = 0
        for method in Catalogue.methods {
            let entity = method.entity.flatMap(Catalogue.entity)
            let types = RecordTypes(entity: entity)
            let known = entity?.fieldsByName ?? [:]
            for field in method.result?.fields ?? [] {
                count += 1
                let text = types.type(of: field)
                let shape = FieldShape.shape(FieldValue(field, of: known[field.name]))
                if !agrees(text, shape) { disagreements.append("\(method.name) \(field.name): \(text)") }
            }
        }
        #expect(count > 10_000)
        #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(20))")
    }

    @Test("what the editor tells of a structure's member is what a script gets")
    func structures() {
        for entity in Catalogue.entities {
            for field in entity.fields {
                let value = FieldValue(field)
                let text = LuaType(value).given
                #expect(agrees(text, FieldShape.shape(value)), "\(entity.name) \(field.name): \(text)")
            }
        }
    }

    @Test("the comparison of the two tells what differs")
    func comparison() {
        #expect(agrees("integer", .integer) && agrees("1|2", .integer) && agrees("integer[]", .list(.integer)))
        #expect(!agrees("integer", .any) && !agrees("boolean", .integer) && !agrees("string", .flag))
        #expect(!agrees("integer[]", .any) && !agrees("integer[]", .list(.any)) && !agrees("any", .list(.integer)))
        #expect(agrees("(\"a\"|\"b\")[]", .list(.any)) && !agrees("(1|2)[]", .list(.any)))
    }

    // MARK: The comparison

    /// Whether a type of the editor is what values of a shape become.
    private func agrees(_ text: String, _ shape: JSONShape) -> Bool {
        let isList = shape.bytes.first == JSONShape.list(.any).bytes.first
        let isMixed = !text.hasPrefix("(") && text.split(separator: "|").contains { !$0.hasSuffix("[]") }
        if isMixed && !isList { return agreesAlone(text.replacing("[]", with: ""), shape) }
        guard text.hasSuffix("[]") else { return !isList && agreesAlone(text, shape) }

        let element = text.hasPrefix("(") ? String(text.dropFirst().dropLast(3)) : text.replacing("[]", with: "")
        guard isList else { return false }
        return scalars.contains { name, shapes in
            shapes.contains { .list($0) == shape } && isMade(of: name, element)
        }
            || !scalars.contains { name, shapes in
                shapes.contains { .list($0) == shape } || isMade(of: name, element)
            }
    }

    private func agreesAlone(_ text: String, _ shape: JSONShape) -> Bool {
        for (name, shapes) in scalars {
            if shapes.contains(shape) { return isMade(of: name, text) }
            if isMade(of: name, text) { return false }
        }
        return true
    }

    private let scalars: [(String, [JSONShape])] = [
        ("integer", [.integer]), ("boolean", [.flag, .letterFlag]), ("number", [.number]),
    ]

    /// Whether all alternatives are of one type; literals are of theirs.
    private func isMade(of type: String, _ text: String) -> Bool {
        text.split(separator: "|").allSatisfy { word in
            word == type || (type == "integer" && Int(word) != nil) || (type == "number" && word == "integer")
        } && !(type == "number" && !text.contains("number"))
    }
}
