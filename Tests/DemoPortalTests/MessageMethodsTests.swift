import JSON
import Testing

@testable import DemoPortal

@Suite("Messages and notices")
struct MessageMethodsTests {
    private let portal = TestPortal.make(deals: 1)

    @Test("a notice is told to its reader, in somebody's name or in that of the system")
    func notices() throws {
        let personal = try portal.result("im.notify.personal.add", ["USER_ID": 3, "MESSAGE": "  Сделка \n"])
        let system = try portal.result("im.notify.system.add", ["USER_ID": "4", "MESSAGE": "Отчёт"])
        #expect(personal == 1 && system == 2)
        #expect(portal.messages.map(\.dialog) == ["3", "4"])
        #expect(portal.messages.map(\.author) == [1, nil])
        #expect(portal.messages.map(\.text) == ["Сделка", "Отчёт"])
        #expect(portal.messages.map(\.kind) == [.personalNotice, .systemNotice])
        #expect(portal.executed.map(\.method) == ["im.notify.personal.add", "im.notify.system.add"])
    }

    @Test("a notice replaces those of its application with the same tag, wherever they went")
    func tags() throws {
        for (user, client) in [(3, "a"), (4, "b"), (5, "a")] {
            let notice: JSONValue = [
                "USER_ID": .integer(user), "MESSAGE": "Новая", "TAG": "deal", "CLIENT_ID": .string(client),
            ]
            _ = try portal.result("im.notify.system.add", notice)
        }
        _ = try portal.result("im.notify.system.add", ["USER_ID": 6, "MESSAGE": "без метки"])
        #expect(portal.messages.map(\.dialog) == ["4", "5", "6"])
    }

    @Test("a message goes to a person or to the company's chat")
    func chats() throws {
        #expect(try portal.result("im.message.add", ["DIALOG_ID": 7, "MESSAGE": "Привет"]) == 1)
        let attached: JSONValue = ["DIALOG_ID": "chat1", "ATTACH": [["MESSAGE": "x"]], "SYSTEM": "Y"]
        #expect(try portal.result("im.message.add", attached) == 2)
        #expect(portal.messages.map(\.dialog) == ["7", "chat1"])
        #expect(portal.messages.map(\.author) == [1, nil])
        #expect(portal.messages.map(\.text) == ["Привет", ""])
    }

    @Test(
        "what can't be told is refused as documented",
        arguments: [
            ("im.notify.personal.add", ["MESSAGE": "x"], "USER_ID_EMPTY"),
            ("im.notify.system.add", ["USER_ID": 1, "MESSAGE": " "], "MESSAGE_EMPTY"),
            ("im.notify.system.add", ["USER_ID": 1, "MESSAGE": "x", "ATTACH": "{no"], "ATTACH_ERROR"),
            ("im.message.add", ["MESSAGE": "x"], "USER_ID_EMPTY"),
            ("im.message.add", ["DIALOG_ID": 4000, "MESSAGE": "x"], "USER_NOT_FOUND"),
            ("im.message.add", ["DIALOG_ID": "chat77", "MESSAGE": "x"], "CHAT_ID"),
            ("im.message.add", ["DIALOG_ID": "1"], "MESSAGE_EMPTY"),
        ] as [(String, JSONValue, String)])
    func refusals(method: String, parameters: JSONValue, code: String) throws {
        let refusal = try portal.refusal(method, parameters)
        #expect(refusal.status == 400 && refusal.code == code)
        #expect(portal.messages.isEmpty)
    }

    @Test("an attachment of more than 60,000 characters is refused, however it is written")
    func oversize() throws {
        let long = JSONValue.string(String(repeating: "я", count: 60_000))
        for attachment in [.string(#"{"MESSAGE":""# + (long.string ?? "") + #""}"#), ["MESSAGE": long]] as [JSONValue] {
            let refusal = try portal.refusal("im.message.add", ["DIALOG_ID": "1", "ATTACH": attachment])
            #expect(refusal.code == "ATTACH_OVERSIZE")
        }
        let fitting: JSONValue = ["MESSAGE": .string(String(repeating: "я", count: 59_000))]
        #expect(try portal.result("im.message.add", ["DIALOG_ID": "1", "ATTACH": fitting]) == 1)
    }

    @Test("a notice for nobody is not made, which is no error")
    func nobody() throws {
        #expect(try portal.result("im.notify.personal.add", ["USER_ID": 4000, "MESSAGE": "x"]) == false)
        #expect(portal.messages.isEmpty)
    }

    @Test("without the scope nothing is told")
    func scope() throws {
        let poor = TestPortal.make(deals: 1, scopes: ["crm"])
        #expect(try poor.refusal("im.message.add", ["DIALOG_ID": 1, "MESSAGE": "x"]).code == "insufficient_scope")
    }
}
