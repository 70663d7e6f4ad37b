import JSON
import Testing

@testable import Bitrix24

@Suite struct SurveyNotesTests {
    private var notes = SurveyNotes(on: PortalDescription(asked: ""))

    private func reply(_ result: String) throws -> PortalReply {
        let response = Transport.Response(
            status: 200, contentType: "application/json", body: Array(#"{"result":\#(result)}"#.utf8))
        return try PortalReply(method: "m", response: response)
    }

    @Test("stages under way, won and lost are told apart, and other lists have no meaning")
    func statuses() throws {
        var notes = notes
        let answer = """
            [{"ENTITY_ID":"DEAL_STAGE","STATUS_ID":"NEW","NAME":"Новая","SEMANTICS":null},
            {"ENTITY_ID":"DEAL_STAGE","STATUS_ID":"WON","NAME":"Успех","SEMANTICS":"S"},
            {"ENTITY_ID":"DYNAMIC_140_STAGE_9","STATUS_ID":"DT140_9:FAIL","NAME":"Провал","SEMANTICS":"F"},
            {"ENTITY_ID":"SOURCE","STATUS_ID":1,"NAME":"Сайт","SEMANTICS":null},{"ENTITY_ID":"SOURCE"}]
            """
        try notes.take(try reply(answer), to: .statuses)
        let found = notes.finished().statuses
        #expect(found.map(\.semantics) == ["P", "S", "F", nil])
        #expect(found.map(\.code) == ["NEW", "WON", "DT140_9:FAIL", "1"])
    }

    @Test("a smart process without stages and funnels is not asked for them")
    func staged() throws {
        var notes = notes
        let answer = """
            {"types":[{"entityTypeId":140,"title":"А","isStagesEnabled":"N","isCategoriesEnabled":"N"},
            {"entityTypeId":142,"title":"Б","isStagesEnabled":"Y","isCategoriesEnabled":"N"},
            {"entityTypeId":144,"title":"В"}]}
            """
        try notes.take(try reply(answer), to: .smartProcesses)
        #expect(notes.staged == [142, 144])
        #expect(notes.description.smartProcesses.map(\.title) == ["А", "Б", "В"])
    }

    /// A title as people see it, and as a portal may tell it.
    private static let title = (
        shown: "Дог ]0;PWNED [31mX line", told: #"Дог\u001b]0;PWNED\u0007\u001b[31m\u202eX\nline\u0085"#
    )

    @Test("titles are on one line, without control characters, and are found by what people see")
    func oneLine() throws {
        var notes = notes
        let told = Self.title.told
        try notes.take(try reply(#"{"types":[{"entityTypeId":140,"title":"\#(told)"}]}"#), to: .smartProcesses)
        try notes.take(
            try reply(#"[{"ENTITY_ID":"DYNAMIC_140_STAGE_1","STATUS_ID":"S","NAME":"\#(told)"}]"#), to: .statuses)
        try notes.take(try reply(#"{"categories":[{"id":1,"name":"\#(told)"}]}"#), to: .categories(140))
        let field = #"{"type":"enumeration","title":"\#(told)","items":[{"ID":"1","VALUE":"\#(told)"}]}"#
        try notes.take(try reply(#"{"fields":{"ufCrm_1":\#(field)}}"#), to: .itemFields(140))
        try notes.take(try reply(#"{"NAME":"\#(told)","UF_A":"\u001b"}"#), to: .fields("user"))
        let found = notes.finished()
        let shown = Self.title.shown
        let choices = found.entity("crm.item:140")?.fields.flatMap(\.choices).map(\.title)
        #expect(found.smartProcesses.map(\.title) == [shown] && found.statuses.map(\.title) == [shown])
        #expect(found.categories.map(\.title) == [shown] && choices == [shown])
        #expect(found.entity("user")?.fields.map(\.title) == [shown, "UF_A"])
        let names = PortalNames(found)
        #expect(try names.field(shown, of: shown) == "ufCrm_1")
        #expect(try names.stage("\(shown)/\(shown)", of: shown) == "S")
        #expect(try names.choice(shown, of: shown, of: shown) == "1")
    }

    @Test("values that only the list of own fields tells complete both spellings of a field")
    func completed() throws {
        var notes = notes
        let classic = #"{"UF_CRM_1":{"type":"enumeration","isDynamic":true,"title":"UF_CRM_1"}}"#
        let item = #"{"fields":{"ufCrm_1":{"type":"enumeration","title":"Радио","upperName":"UF_CRM_1"}}}"#
        let own = """
            [{"FIELD_NAME":"UF_CRM_1","USER_TYPE_ID":"enumeration","MULTIPLE":"Y","EDIT_FORM_LABEL":"Радио",
            "LIST":[{"ID":"31","VALUE":"Первое"}]}]
            """
        try notes.take(try reply(own), to: .customFields("crm.deal"))
        try notes.take(try reply(classic), to: .fields("crm.deal"))
        try notes.take(try reply(item), to: .itemFields(2))
        let found = notes.finished()
        for (key, code) in [("crm.deal", "UF_CRM_1"), ("crm.item:2", "ufCrm_1")] {
            let field = try #require(found.entity(key)?.field(code))
            #expect(field.title == "Радио" && field.isMultiple && field.choices.map(\.id) == ["31"])
        }
    }

    @Test("scopes of methods are read, and the methods of REST 3.0 without their slash")
    func third() throws {
        var notes = notes
        try notes.take(try reply(#"{"tasks.task.get":"tasks","crm.deal.list":["crm"]}"#), to: .thirdScopes)
        try notes.take(try reply(#"{"paths":{"/tasks.task.get":{},"batch":{}}}"#), to: .thirdMethods)
        #expect(notes.description.scopesOfMethods == ["tasks.task.get": "tasks", "crm.deal.list": "crm"])
        #expect(notes.description.thirdMethods == ["tasks.task.get", "batch"])
    }

    @Test("an entity without funnels leaves no gap, a refusal does")
    func gaps() {
        var notes = notes
        let none = PortalError(code: "ENTITY_TYPE_NOT_SUPPORTED", message: "no", method: "crm.category.list")
        notes.miss(.categories(31), for: none)
        #expect(notes.description.gaps.isEmpty)
        notes.miss(.statuses, for: PortalError(code: "ACCESS_DENIED", message: "no", method: "crm.status.list"))
        #expect(notes.description.gaps.map(\.subject) == ["stages and other lists of the CRM"])
    }
}
