import Bitrix24
import JSON
import Synchronization
import Testing

@testable import Scripting

@Suite struct DescriptionRoomTests {
    /// A portal that nobody reaches: whatever is asked of it fails.
    private func room(stored: PortalDescription?) throws -> (DescriptionRoom, Portal) {
        var options = PortalOptions()
        (options.policy.attempts, options.policy.attemptsUnreachable) = (1, 1)
        let portal = try Portal(
            credential: .webhook(try Webhook("http://127.0.0.1:1/rest/1/s3cr3t/")), options: options)
        if let stored { portal.learn(stored) }
        return (DescriptionRoom(asked: "2026-11-25") { portal }, portal)
    }

    private var stored: PortalDescription {
        var portal = PortalDescription(asked: "2026-11-24")
        var field = PortalDescription.Field(code: "UF_CRM_1", title: "Источник трафика", type: "enumeration")
        field.choices = [PortalDescription.Field.Choice(id: "45", title: "Сайт")]
        portal.entities = [PortalDescription.Entity(key: "crm.deal", fields: [field])]
        portal.statuses = [PortalDescription.Status(list: "STATUS", code: "NEW", title: "Новый", semantics: "P")]
        return portal
    }

    private func failure(of room: DescriptionRoom, _ call: HostCall) async -> JSONValue? {
        do throws(HostCallFailure) {
            _ = try await room.answer(call)
            return nil
        } catch {
            return error.error
        }
    }

    @Test("what is stored is answered without asking the portal")
    func answered() async throws {
        let (room, portal) = try room(stored: stored)
        let calls: [(String, JSONValue, String)] = [
            ("names.field", ["entity": "deal", "title": "источник трафика"], #""UF_CRM_1""#),
            ("names.stage", ["entity": "lead", "title": "Новый"], #""NEW""#),
            ("names.choice", ["entity": "deal", "field": "UF_CRM_1", "title": "Сайт"], #""45""#),
        ]
        for (name, arguments, code) in calls {
            #expect(room.answers(name))
            let answer = try await room.answer(HostCall(name: name, arguments: arguments))
            #expect(String(decoding: answer.bytes, as: UTF8.self) == code)
        }
        #expect(await portal.statistics.requests == 0)
        await portal.shutdown()
    }

    @Test("a portal that can't be asked for what isn't stored is the error of the call")
    func unreachable() async throws {
        for stored in [nil, stored] {
            let (room, portal) = try room(stored: stored)
            let call = HostCall(name: "names.field", arguments: ["entity": "deal", "title": "Новое поле"])
            #expect(await failure(of: room, call)?["code"] == "UNREACHABLE")
            await portal.shutdown()
        }
    }

    @Test("a name that can't be anything is refused without asking the portal")
    func refused() async throws {
        let (room, portal) = try room(stored: stored)
        let call = HostCall(name: "names.stage", arguments: ["entity": "contact", "title": "Новый"])
        let error = await failure(of: room, call)
        #expect(error?["code"] == "NAME" && error?["message"] == "contacts have no stages")
        #expect(await portal.statistics.requests == 0)
        #expect(!room.answers("names.colour") && !room.answers("b24.call"))
        await portal.shutdown()
    }
}
