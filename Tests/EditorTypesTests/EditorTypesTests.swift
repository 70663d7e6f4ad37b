import Bitrix24
import EditorTypes
import LuaVM
import Stdlib
import Testing

@Suite struct EditorTypesTests {
    @Test("each file is below the greatest size, and all together are below 1.5 MB")
    func sizes() {
        for file in TypeFiles.documented {
            #expect(file.text.utf8.count <= EditorTypes.greatestFile, "\(file.name)")
        }
        #expect(TypeFiles.documented.reduce(0) { $0 + $1.text.utf8.count } < 1_500_000)
    }

    @Test("each name is that of one file")
    func names() {
        let names = TypeFiles.documented.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasSuffix(".lua") && !$0.contains("/") })
        #expect(names.contains("b24.lua"))
        #expect(names.contains("b24_crm.lua"))
    }

    @Test("the files are the same whenever they are made")
    func deterministic() { #expect(EditorTypes.files() == TypeFiles.documented) }

    @Test("each file is Lua and only declares")
    func lua() throws {
        let vm = try #require(LuaVM(memoryLimit: 256 << 20, modules: []) { _ in })
        for file in TypeFiles.documented {
            #expect(file.text.hasPrefix("---@meta") && EditorFile.isOurs(Array(file.text.utf8)), "\(file.name)")
            let failure = vm.load(source: Array(file.text.utf8), name: file.name)
            #expect(failure.map { String(decoding: $0, as: UTF8.self) } == nil, "\(file.name)")
        }
        #expect(vm.load(source: Array("function b24.a.end() end".utf8), name: "wrong") != nil)
    }

    @Test("all annotations are such that the language server takes them, and every class that is named is declared")
    func annotations() throws {
        var named: [String: String] = [:]
        var declared = Annotations.builtin
        for file in TypeFiles.documented {
            let annotations = try Annotations(file.text)
            declared.formUnion(annotations.classes + annotations.aliases)
            for name in annotations.names { named[name] = file.name }
        }
        let missing = named.filter { !declared.contains($0.key) }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test("each class and each alias is declared once")
    func declarations() throws {
        var counts: [String: Int] = [:]
        for file in TypeFiles.documented {
            let annotations = try Annotations(file.text)
            for name in annotations.classes + annotations.aliases { counts[name, default: 0] += 1 }
        }
        #expect(counts.filter { $0.value > 1 }.isEmpty)
    }

    /// Methods whose names begin others': classes that can be called.
    private static let callable = [
        "biconnector.dataset.fields", "calendar.event.get", "crm.automation.trigger", "im.dialog.read", "im.notify",
        "im.notify.read", "lists.element.get", "lists.get",
    ]

    @Test("every documented method is there exactly once")
    func methods() {
        var counts: [String: Int] = [:]
        for line in TypeFiles.lines {
            if line.hasPrefix("function b24.") {
                counts[String(line.prefix { $0 != "(" }.dropFirst(9)), default: 0] += 1
            } else if line.hasPrefix("b24."), line.hasSuffix(" = function(params) end") {
                counts[line.dropLast(23).filter { !"[]\"".contains($0) }, default: 0] += 1
            }
        }
        for method in Catalogue.methods where method.name != "batch" && !Self.callable.contains(method.name) {
            let name = method.version == .three ? "b24.v3." + method.name : "b24." + method.name
            let place = name.hasSuffix(".idle.end") || name.hasSuffix(".task.do") ? bracketed(name) : name
            #expect(counts[place] == 1, "\(name)")
        }
        for name in Self.callable {
            #expect(TypeFiles.fields(of: "b24." + name).isEmpty, "\(name)")
            #expect(TypeFiles.distinctLines.contains("---@class b24.\(name)"), "\(name)")
        }
    }

    /// A name whose last word is written in brackets, without them.
    private func bracketed(_ name: String) -> String {
        let words = name.split(separator: ".")
        return words.dropLast().joined(separator: ".") + (words.last ?? "")
    }

    @Test("every method has the link to its page")
    func links() {
        let links = Set(
            TypeFiles.lines.compactMap { line in
                line.hasSuffix(")") ? line.split(separator: "(").last?.dropLast() : nil
            })
        for method in Catalogue.methods where method.name != "batch" {
            #expect(links.contains(Substring(method.link)), "\(method.name)")
        }
    }

    @Test("every module that scripts see has types, and `require` knows it")
    func modules() throws {
        let prelude = String(decoding: StdlibModule.prelude.source, as: UTF8.self)
        let list = try #require(prelude.split(separator: "public_modules = {").last?.prefix { $0 != "}" })
        let modules = list.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        #expect(modules.count >= 10)
        let types = Set(StdlibTypes.all.map(\.name))
        for module in modules {
            #expect(types.contains(module), "\(module)")
            #expect(TypeFiles.text("sandbox.lua").contains("\"\(module)\""), "\(module)")
        }
    }
}
