import Bitrix24
import JSON
import LuaVM
import Stdlib
import Testing

@testable import Reference

@Suite struct LuaExampleTests {
    /// The call that a script makes first, as the sandbox hands it over.
    static func call(of code: String, lists: Bool) throws -> (name: String, arguments: JSONValue)? {
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        let vm = try #require(LuaVM(memoryLimit: 64 << 20, modules: modules) { _ in })
        try #require(vm.boot(prelude: StdlibModule.prelude.source, settings: Array("{}".utf8)) == nil)
        if let failure = vm.load(source: Array(code.utf8), name: "example.lua") {
            Issue.record("\(String(decoding: failure, as: UTF8.self))\n\(code)")
            return nil
        }
        while case .call(let name, let arguments) = vm.step() {
            guard name == "b24.describe" else { return (name, try JSONValue(parsing: arguments)) }
            let failure = Array("{\"lists\":\(lists)}".utf8).withUnsafeBytes { vm.answer($0, succeeded: true) }
            #expect(failure == nil)
        }
        return nil
    }

    @Test("every method's example runs in the sandbox and gives all that the method must be given")
    func everyone() throws {
        var count = 0
        for method in Catalogue.methods {
            let code = LuaExample(of: method).code
            let call = try #require(try Self.call(of: code, lists: method.list != nil), "\(method.key):\n\(code)")
            #expect(call.arguments["method"]?.string == method.name, "\(method.key): \(call)")
            #expect(call.arguments["version"]?.integer == (method.version == .three ? 3 : nil), "\(method.key)")
            let given = call.arguments["params"] ?? .object([:])
            expect(method, given, code)
            count += 1
        }
        #expect(count == 1_678)
    }

    private func expect(_ method: MethodFacts, _ given: JSONValue, _ code: String) {
        for (index, parameter) in method.parameters.enumerated() where SampleValue.isPlain(parameter.name) {
            let value =
                method.isPositional ? given[index] : given[parameter.name]
            if parameter.need == .required {
                #expect(value != nil, "\(method.key) lacks \(parameter.name):\n\(code)")
            }
            if let value { expect(parameter, value, method, code) }
        }
        guard !method.isPositional else { return }
        for group in method.alternatives {
            #expect(group.contains { Self.has($0, in: given) }, "\(method.key) lacks one of \(group):\n\(code)")
        }
    }

    /// What is inside of a table that is given must be there, too.
    private func expect(_ parameter: ParameterFacts, _ value: JSONValue, _ method: MethodFacts, _ code: String) {
        let table = value.array?.first ?? value
        for member in parameter.members where member.need == .required && SampleValue.isPlain(member.name) {
            #expect(table[member.name] != nil, "\(method.key) lacks \(parameter.name).\(member.name):\n\(code)")
        }
        for key in parameter.requiredKeys {
            #expect(table[key] != nil, "\(method.key) lacks \(parameter.name).\(key):\n\(code)")
        }
        for member in parameter.members {
            if let inner = table[member.name] { expect(member, inner, method, code) }
        }
    }

    private static func has(_ name: String, in value: JSONValue) -> Bool {
        if let object = value.object { return object.contains { $0.0 == name || has(name, in: $0.1) } }
        return value.array?.contains { has(name, in: $0) } ?? false
    }

    @Test(
        "an example is what a person would write",
        arguments: [
            ("crm.deal.get", "local deal = b24.crm.deal.get { id = 1 }"),
            (
                "crm.deal.list",
                "for deal in b24.crm.deal.list { select = { \"ID\", \"TITLE\" } } do\n  print(deal.ID, deal.TITLE)\nend"
            ),
            ("tasks.task.get@3", "local task = b24.v3.tasks.task.get { id = 1 }.item"),
            ("user.current", "local user = b24.user.current {}"),
        ])
    func readable(_ name: String, _ code: String) throws {
        #expect(LuaExample(of: try #require(MethodName(name).facts())).code == code)
    }

    @Test("a long call has a member a line, and a name that Lua has for itself stands in brackets")
    func written() {
        let long = LuaValue.table([
            .init(name: "end", value: .text(String(repeating: "x", count: 60))),
            .init(name: "b", value: .list([.integer(1), .bool(false), .text("\"\\\n")])),
        ])
        #expect(
            long.written(width: 70)
                == "{\n  [\"end\"] = \"\(String(repeating: "x", count: 60))\",\n  b = { 1, false, \"\\\"\\\\\\n\" },\n}"
        )
    }
}
