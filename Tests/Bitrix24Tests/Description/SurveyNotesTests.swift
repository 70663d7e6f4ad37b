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
