import JSON
import Testing

@testable import Bitrix24

@Suite struct FieldAnswerTests {
    private func fields(_ text: String) throws -> [PortalDescription.Field] {
        FieldAnswer.fields(try JSONValue(parsing: Array(text.utf8)))
    }

    @Test("an own field of a classic method is titled by its label, not by its code")
    func classic() throws {
        let fields = try fields(
            """
            {"TITLE":{"type":"string","isRequired":true,"isReadOnly":false,"isMultiple":false,"isDynamic":false,\
            "title":"Название"},
            "UF_CRM_1":{"type":"enumeration","isMultiple":true,"isDynamic":true,"title":"UF_CRM_1",
            "listLabel":"В списке","formLabel":"Источник трафика","items":[{"ID":"45","VALUE":"Сайт"},{"ID":47}]}}
            """)
        let title = try #require(fields.first)
        #expect(title.title == "Название" && title.isRequired && !title.isCustom)
        let own = try #require(fields.last)
        #expect(own.code == "UF_CRM_1" && own.title == "Источник трафика")
        #expect(own.isCustom && own.isMultiple && !own.isReadOnly)
        let choices = own.choices.map { [$0.id, $0.title] }
        #expect(choices == [["45", "Сайт"], ["47", "47"]])
    }

    @Test("crm.item.fields tells the name of the classic methods, too")
    func item() throws {
        let fields = try fields(
            """
            {"fields":{"ufCrm_1":{"type":"string","isDynamic":true,"title":"Номер","upperName":"UF_CRM_1"},
            "stageId":{"type":"crm_status","statusType":"DEAL_STAGE","isReadOnly":true,"title":"Стадия",
            "upperName":"STAGE_ID"}}}
            """)
        #expect(fields.map(\.code) == ["ufCrm_1", "stageId"])
        #expect(fields.map(\.upperName) == ["UF_CRM_1", "STAGE_ID"])
        #expect(fields.map(\.statusType) == [nil, "DEAL_STAGE"])
        #expect(fields.map(\.isReadOnly) == [false, true])
    }

    @Test("fields of tasks have their values as an object of titles")
    func tasks() throws {
        let fields = try fields(
            """
            {"fields":{"MARK":{"title":"Оценка","type":"enum","values":{"N":"Плохо","P":"Хорошо"},"default":null},
            "UF_X":{"title":null,"type":"mail_message"},"TITLE":{"title":"Название","type":"string","required":true}}}
            """)
        #expect(fields[0].choices.map(\.title) == ["Плохо", "Хорошо"])
        #expect(fields[1].title == "UF_X" && fields[1].isCustom)
        #expect(fields[2].isRequired)
    }

    @Test("fields of users are titles alone")
    func users() throws {
        let fields = try fields(#"{"NAME":"Имя","UF_PHONE_INNER":"Внутренний телефон"}"#)
        #expect(fields.map(\.title) == ["Имя", "Внутренний телефон"])
        #expect(fields.map(\.isCustom) == [false, true])
    }

    @Test("a list of own fields tells types, values and directories")
    func custom() throws {
        let answer = """
            [{"ID":"1","FIELD_NAME":"UF_CRM_1","USER_TYPE_ID":"enumeration","MULTIPLE":"Y","MANDATORY":"N",
            "EDIT_FORM_LABEL":"Радио","LIST":[{"ID":"31","VALUE":"Первое"}]},
            {"FIELD_NAME":"UF_CRM_2","USER_TYPE_ID":"crm_status","MULTIPLE":"N","SETTINGS":{"ENTITY_TYPE":"INDUSTRY"}},
            {"FIELD_NAME":""},5]
            """
        let fields = FieldAnswer.customFields(try JSONValue(parsing: Array(answer.utf8)))
        #expect(fields.map(\.code) == ["UF_CRM_1", "UF_CRM_2"])
        #expect(fields.map(\.title) == ["Радио", "UF_CRM_2"])
        #expect(fields[0].isMultiple && fields[0].choices.map(\.id) == ["31"])
        #expect(fields[1].statusType == "INDUSTRY")
    }

    @Test("what is no answer about fields has none", arguments: ["[]", "5", "null", #"{"fields":[]}"#, #"{"A":5}"#])
    func none(text: String) throws {
        #expect(try fields(text).isEmpty)
    }
}
