import JSON
import Synchronization
import Testing

@testable import Bitrix24

@Suite struct CallCheckerTests {
    private struct Sample {
        let call: PortalCall
        let wrong: String?

        init(_ line: JSONValue) {
            call = PortalCall(
                line["method"]?.string ?? "", line["params"] ?? [:],
                version: line["version"]?.integer == 3 ? .three : .two)
            wrong = line["wrong"]?.string
        }
    }

    private static func samples() throws -> [Sample] {
        try "\(sampleRequests)".split(separator: "\n").map { Sample(try JSONValue(parsing: Array($0.utf8))) }
    }

    private static func checker(
        _ description: PortalDescription? = nil, isApplication: Bool = true, policy: CheckPolicy = .strict
    ) -> CallChecker {
        CallChecker(policy: policy, isApplication: isApplication, description: description)
    }

    @Test("right requests of all scopes pass, each wrong one is caught for what is wrong with it")
    func samples() throws {
        let checker = Self.checker()
        let samples = try Self.samples()
        #expect(samples.count { $0.wrong != nil } > 500)
        #expect(Set(samples.flatMap { Catalogue.method($0.call.method)?.scopes ?? [] }).count > 40)
        for sample in samples {
            let found = checker.findings(sample.call).filter(\.isCertain)
            guard let wrong = sample.wrong else {
                #expect(found.isEmpty, "\(sample.call.method) \(sample.call.parameters)")
                continue
            }
            // A member that is misspelt is a field of an entity, or a parameter of the method.
            let kinds = wrong == "UNKNOWN_FIELD" ? [wrong, "UNKNOWN_PARAMETER"] : [wrong]
            #expect(
                found.contains { kinds.contains($0.kind.rawValue) },
                "\(sample.call.method) \(sample.call.parameters): \(wrong)")
        }
    }

    @Test("a call of any method with what it must have passes, and without any of that does not")
    func required() {
        let checker = Self.checker()
        var caught = 0
        for facts in Catalogue.methods {
            let whole = RequestMaker(facts).request
            let certain = checker.findings(PortalCall(facts.name, whole, version: facts.version)).filter(\.isCertain)
            #expect(certain.isEmpty, "\(facts.name): \(certain)")
            guard !facts.isLoose, let object = whole.object else { continue }
            for parameter in facts.parameters where parameter.need == .required && object[parameter.name] != nil {
                var less = object
                less[parameter.name] = nil
                let found = checker.findings(PortalCall(facts.name, .object(less), version: facts.version))
                #expect(found.contains { $0.kind == .missing && $0.isCertain }, "\(facts.name) \(parameter.name)")
                caught += 1
            }
        }
        #expect(caught > 1_000)
    }

    @Test("a nearest name is offered for each kind of wrong name")
    func hints() {
        let checker = Self.checker()
        func hint(_ method: String, _ parameters: JSONValue) -> String? {
            checker.findings(PortalCall(method, parameters)).first { $0.isCertain }?.description
        }
        #expect(
            hint("crm.dael.list", [:]) == "crm.dael.list: there is no such method; did you mean 'crm.deal.list'?")
        #expect(
            hint("crm.deal.list", ["filtr": [:]])
                == "crm.deal.list: it has no parameter 'filtr'; did you mean 'filter'?")
        #expect(
            hint("crm.deal.list", ["filter": ["!@STAGE_IDD": ["NEW"]]])
                == "crm.deal.list: filter has 'STAGE_IDD', and there is no such field; did you mean 'STAGE_ID'?")
        #expect(
            hint("crm.deal.list", ["order": ["id": "DESC"]])
                == "crm.deal.list: order has 'id', and there is no such field; did you mean 'ID'?")
        #expect(
            hint("crm.deal.add", ["fields": ["TITEL": "x"]])
                == "crm.deal.add: fields has 'TITEL', and there is no such field; did you mean 'TITLE'?")
        #expect(
            hint("crm.deal.get", ["id": "abc"])
                == "crm.deal.get: id is a whole number, and the text 'abc' is given")
        #expect(hint("crm.deal.get", [:]) == "crm.deal.get: id must be given")
    }

    @Test("what may exist without being documented is a doubt, and goes out")
    func doubts() throws {
        let told = Mutex<[CallFinding]>([])
        let checker = CallChecker(policy: .strict, isApplication: false) { finding in
            told.withLock { $0.append(finding) }
        }
        for _ in 1...2 {
            _ = try checker.checked(PortalCall("crm.deal.forecast", ["x": 1]))
            _ = try checker.checked(PortalCall("crm.deal.list", ["select": ["SHADE"]]))
            _ = try checker.checked(PortalCall("crm.deal.list", ["select": ["UF_CRM_1", "PARENT_ID_140", "*"]]))
        }
        #expect(told.withLock { $0.map(\.kind) } == [.method, .field])
    }

    @Test("with lenient checks a wrong call goes out, and is told once")
    func lenient() throws {
        let told = Mutex<[CallFinding]>([])
        let checker = CallChecker(policy: .lenient, isApplication: false) { finding in
            told.withLock { $0.append(finding) }
        }
        for _ in 1...3 { _ = try checker.checked(PortalCall("crm.deal.get", [:])) }
        #expect(told.withLock { $0.map(\.kind) } == [.missing])
        let error = #expect(throws: PortalError.self) { try Self.checker().checked(PortalCall("crm.deal.get", [:])) }
        #expect(error?.code == "MISSING_PARAMETER")
        #expect(error?.execution == .notDone)
    }

    // MARK: The credential and the portal

    @Test("a method of a scope that the portal hasn't given is refused; any of several scopes is enough")
    func scopes() {
        var description = PortalDescription(asked: "2026-11-25T00:00:00Z")
        description.scopes = ["crm", "user_brief"]
        let checker = Self.checker(description, isApplication: false)
        let found = checker.findings(PortalCall("tasks.task.get", ["taskId": 1]))
        #expect(found.map(\.kind) == [.scope])
        #expect(found.first?.message == "the webhook lacks the right 'task'")
        #expect(checker.findings(PortalCall("user.get")).isEmpty)
        description.scopes = ["tasks"]
        checker.learn(description)
        #expect(checker.findings(PortalCall("tasks.task.get", ["taskId": 1])).isEmpty)
        #expect(checker.findings(PortalCall("server.time")).isEmpty)
    }

    @Test("what only applications may call is refused to a webhook")
    func application() {
        let call = PortalCall("event.bind", ["event": "ONCRMDEALADD", "handler": "https://example.org/x"])
        #expect(Self.checker(isApplication: false).findings(call).map(\.kind) == [.application])
        #expect(Self.checker(isApplication: true).findings(call).isEmpty)
    }

    @Test("a method that the portal has passes without being documented; one that it hasn't does not")
    func methods() {
        var description = PortalDescription(asked: "2026-11-25T00:00:00Z")
        description.methods = ["crm.deal.list", "crm.deal.forecast"]
        let checker = Self.checker(description)
        #expect(checker.findings(PortalCall("crm.deal.Forecast")).isEmpty)
        let found = checker.findings(PortalCall("crm.deal.foresee"))
        #expect(found.map(\.isCertain) == [true])
    }

    @Test("the portal's own fields are known, and a custom field that it hasn't is wrong")
    func ownFields() throws {
        typealias Field = PortalDescription.Field
        var description = PortalDescription(asked: "2026-11-25T00:00:00Z")
        description.entities = [
            .init(key: "crm.deal", fields: [Field(code: "UF_CRM_100", title: "Источник", type: "string")]),
            .init(key: "crm.item:140", fields: [Field(code: "ufCrm7Number", title: "Номер", type: "string")]),
        ]
        let checker = Self.checker(description)
        #expect(checker.findings(PortalCall("crm.deal.list", ["select": ["ID", "UF_CRM_100"]])).isEmpty)
        // Fields that are only for filters are in no list of fields.
        let hidden = checker.findings(PortalCall("crm.deal.list", ["filter": ["%SEARCH_CONTENT": "x"]]))
        #expect(!hidden.contains { $0.isCertain })
        let wrong = checker.findings(PortalCall("crm.deal.list", ["filter": [">=UF_CRM_200": 1]]))
        #expect(wrong.map(\.isCertain) == [true])
        let item: JSONValue = ["entityTypeId": 140, "select": ["id", "ufCrm7Number"]]
        #expect(checker.findings(PortalCall("crm.item.list", item)).isEmpty)
        let other: JSONValue = ["entityTypeId": 140, "select": ["id", "ufCrm7Numbr"]]
        #expect(checker.findings(PortalCall("crm.item.list", other)).first?.hint == "did you mean 'ufCrm7Number'?")
        // Of another smart process nothing is known.
        let unknown: JSONValue = ["entityTypeId": 150, "select": ["ufCrm9Sum"]]
        #expect(checker.findings(PortalCall("crm.item.list", unknown)).isEmpty)
        description.entities = []
        checker.learn(description)
        #expect(checker.findings(PortalCall("crm.deal.list", ["filter": [">=UF_CRM_200": 1]])).isEmpty)
    }

    @Test("a reference to a result that is not there yet may be anything")
    func references() {
        let checker = Self.checker()
        #expect(checker.findings(PortalCall("crm.deal.get", ["id": "$result[user][ID]"])).isEmpty)
        #expect(checker.findings(PortalCall("crm.deal.update", ["id": 1, "fields": "$result[a]"])).isEmpty)
    }

    @Test("groups of conditions are looked into")
    func groups() {
        let checker = Self.checker()
        let filter: JSONValue = ["filter": ["LOGIC": "OR", "0": ["STAGE_ID": "NEW"], "1": ["STAGEID": "WON"]]]
        #expect(checker.findings(PortalCall("crm.deal.list", filter)).map(\.kind) == [.field])
        let third: JSONValue = ["filter": [["statuss", "=", "NEW"], ["responsible.name", "=", "x"]]]
        #expect(checker.findings(PortalCall("tasks.task.list", third, version: .three)).map(\.kind) == [.field])
    }

    @Test("whatever is given as parameters is checked without an end")
    func hostile() {
        let checker = Self.checker()
        var deep: JSONValue = 1
        for _ in 0..<500 { deep = ["filter": [deep], "fields": deep] as JSONValue == 1 ? 1 : .array([deep]) }
        for method in ["crm.deal.list", "crm.deal.add", "user.get", "batch", "tasks.task.list", "", "..", "x"] {
            for parameters in [deep, ["filter": deep], ["select": deep], ["fields": deep], "text", .null, 5] {
                _ = checker.findings(PortalCall(method, parameters))
            }
        }
    }
}
