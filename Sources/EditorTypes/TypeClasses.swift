import Bitrix24

/// The classes of documented structures that occur in many places, such as a phone number.
enum TypeClasses {
    /// The class of a documented type; nil if it has no documented fields.
    static func name(of type: String) -> String? { names[type] }

    private static let names = Dictionary(
        uniqueKeysWithValues: Catalogue.entities.filter { $0.name.hasPrefix(prefix) && !$0.fields.isEmpty }
            .map { (String($0.name.dropFirst(prefix.count)), LuaText.className("b24.type." + $0.name.dropFirst(5))) })
    private static let prefix = "type:"

    /// Their declarations, one for each class that is named in a text or in another of them.
    static func declarations(namedIn text: String) -> [String] {
        let all = Catalogue.entities.filter { names[String($0.name.dropFirst(prefix.count))] != nil }.map(declaration)
        var kept: Set<String> = []
        var searched = text
        while true {
            let named = words(in: searched)
            let found = all.filter { named.contains($0.name) && !kept.contains($0.name) }
            if found.isEmpty { return all.filter { kept.contains($0.name) }.map(\.text) }
            kept.formUnion(found.map(\.name))
            searched = found.map(\.text).joined()
        }
    }

    private static func declaration(_ entity: EntityFacts) -> (name: String, text: String) {
        let name = names[String(entity.name.dropFirst(prefix.count))] ?? ""
        var members = ClassMembers()
        for field in entity.fields {
            members.add(field.name, type: LuaType(FieldValue(field)).given)
        }
        return (name, members.declaration(of: name))
    }

    private static func words(in text: String) -> Set<String> {
        let words = text.utf8.split { !LuaText.isInName($0) }.filter { $0.starts(with: "b24.type.".utf8) }
        return Set(words.map { String(decoding: $0, as: UTF8.self) })
    }
}
