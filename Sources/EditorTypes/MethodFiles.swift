import Bitrix24

/// The files with the portal's methods: one for the first word of their names, or several where it would be too large.
struct MethodFiles {
    /// The files, by name.
    let files: [EditorFile]

    /// Methods that a script calls in a way of their own, which `b24.lua` describes.
    private static let handwritten: Set<String> = ["batch"]

    init() {
        let methods = Catalogue.methods.filter { $0.version == .three || !Self.handwritten.contains($0.name) }
        let names = Set(methods.map { $0.path.joined(separator: ".") })
        let tree = Namespaces(methods.map(\.path))
        var book = ClassBook(methods)
        var families: [String: [String]] = [:]
        for (path, texts) in tree.declarations(except: names) {
            families[Self.family(of: path), default: []] += texts
        }
        for method in methods {
            let path = method.path
            let isNamespace = tree.contains(path)
            families[Self.family(of: path), default: []] +=
                MethodTypes.text(of: method, isNamespace: isNamespace, book: &book)
        }
        for (key, texts) in book.entityDeclarations where !texts.isEmpty {
            let isThird = key.contains(":v3")
            let path = ["b24"] + (isThird ? ["v3"] : []) + key.split(separator: ".").map(String.init)
            families[Self.family(of: path), default: []] += texts
        }
        let all: String = families.values.map { $0.joined() }.joined()
        families["types"] = TypeClasses.declarations(namedIn: all)
        files = families.keys.sorted().flatMap { family in
            EditorFile.files(named: "b24_" + LuaText.className(family), of: families[family] ?? [])
        }
    }

    private static func family(of path: [String]) -> String { path[1] }
}
