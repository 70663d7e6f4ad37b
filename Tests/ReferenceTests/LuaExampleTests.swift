import Bitrix24
import JSON
import LuaVM
import Stdlib
import Synchronization
import Testing

@testable import Reference

@Suite struct LuaExampleTests {
    /// A call as the sandbox hands it over.
    typealias Call = (name: String, arguments: JSONValue)

    /// The first call of each method's example. They run one after the other in one sandbox; each call fails, so that
    /// its example ends there.
    static func calls(of methods: ArraySlice<MethodFacts>) throws -> [Int: Call] {
        let modules = StdlibModule.all.map { LuaVM.Module(name: $0.name, source: $0.source) }
        let current = Mutex(0)
        let vm = try #require(
            LuaVM(memoryLimit: 64 << 20, modules: modules) { line in
                current.withLock { $0 = Int(String(decoding: line, as: UTF8.self)) ?? $0 }
            })
        try #require(vm.boot(prelude: StdlibModule.prelude.source, settings: Array("{}".utf8)) == nil)
        let scripts = zip(methods.indices, methods).map { index, method in
            "print(\(index)) pcall(function()\n\(LuaExample(of: method).code)\nend)\n"
        }
        if let failure = vm.load(source: Array(scripts.joined().utf8), name: "examples.lua") {
            Issue.record("\(String(decoding: failure, as: UTF8.self))\n\(scripts.joined())")
            return [:]
        }
        var calls: [Int: Call] = [:]
        while case .call(let name, let arguments) = vm.step() {
            let index = current.withLock { $0 }
            let answer = name == "b24.describe" ? "{\"lists\":\(methods[index].list != nil)}" : "{\"message\":\"seen\"}"
            if name != "b24.describe", calls[index] == nil { calls[index] = (name, try JSONValue(parsing: arguments)) }
            let failure = Array(answer.utf8).withUnsafeBytes { vm.answer($0, succeeded: name == "b24.describe") }
            #expect(failure == nil)
        }
        return calls
    }

    @Test("every method's example runs in the sandbox and gives all that the method must be given")
    func everyone() throws {
        let methods = Array(Catalogue.methods)
        for start in stride(from: 0, to: methods.count, by: 100) {
            let chunk = methods[start..<min(start + 100, methods.count)]
            let calls = try Self.calls(of: chunk)
            for (index, method) in zip(chunk.indices, chunk) {
                let code = LuaExample(of: method).code
                let call = try #require(calls[index], "\(method.key):\n\(code)")
                #expect(call.arguments["method"]?.string == method.name, "\(method.key): \(call)")
                #expect(call.arguments["version"]?.integer == (method.version == .three ? 3 : nil), "\(method.key)")
                expect(method, call.arguments["params"] ?? .object([:]), code)
            }
        }
        #expect(methods.count == 1_678)
    }

    private func expect(_ method: MethodFacts, _ given: JSONValue, _ code: String) {
        for parameter in method.parameters where SampleValue.isPlain(parameter.name) {
            let value = given[parameter.name]
            if parameter.need == .required {
                #expect(value != nil, "\(method.key) lacks \(parameter.name):\n\(code)")
            }
            if let value { expect(parameter, value, method, code) }
        }
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
