import JSON
import Testing

@testable import Bitrix24

@Suite struct QueuedCallTests {
    private let caller = Caller(priority: .interactive, number: 1)
    private let add = PortalCall("crm.contact.add", ["fields": ["NAME": "x"]])
    private let list = PortalCall("crm.deal.list", [:])

    private func failure(_ execution: Execution) -> PendingReply.Answers.Element {
        .failure(PortalError(code: "X", message: "no", method: "m", execution: execution))
    }

    private func success() throws -> PendingReply.Answers.Element { .success(try SimulatedList.reply([1])) }

    @Test("commands with a change among them are made again together only if none was executed")
    func group() throws {
        let call = QueuedCall(number: 1, caller: caller, commands: [list, add])
        #expect(!call.canBeRepeated(after: [failure(.notDone), try success()]))
        #expect(!call.canBeRepeated(after: [failure(.notDone), failure(.unknown)]))
        #expect(!call.canBeRepeated(after: [failure(.notDone), failure(.answered)]))
        #expect(call.canBeRepeated(after: [failure(.notDone), failure(.notDone)]))
    }

    @Test("commands that only read, and single calls, are judged by their failure alone")
    func reads() throws {
        let pages = QueuedCall(number: 1, caller: caller, commands: [list, list])
        #expect(pages.canBeRepeated(after: [failure(.notDone), try success()]))
        #expect(QueuedCall(number: 2, caller: caller, commands: [add]).canBeRepeated(after: [failure(.unknown)]))
    }

    @Test("references are written with the names of the batch that they go into, wherever they stand in a text")
    func references() throws {
        let second = PortalCall(
            "crm.deal.update", ["id": "$result[@0]", "fields": ["TITLE": "of $result[@0] and $result[@1][ID]"]])
        var call = QueuedCall(number: 1, caller: caller, commands: [add, second])
        let isWritten = call.prepare()
        #expect(isWritten)
        var bytes: [UInt8] = []
        try #require(call.texts.last).append(to: &bytes, prefix: "c7_")
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "crm.deal.update?id=%24result%5Bc7_0%5D"
                + "&fields[TITLE]=of%20%24result%5Bc7_0%5D%20and%20%24result%5Bc7_1%5D%5BID%5D")
    }

    @Test("a group of commands that can't be written is told so", arguments: [nil, .string("$time[x]")] as [JSONValue])
    func unwritable(value: JSONValue) {
        var call = QueuedCall(number: 1, caller: caller, commands: [PortalCall("crm.deal.get", ["id": nil]), list])
        let isWritten = call.prepare()
        #expect(!isWritten)
        var single = QueuedCall(
            number: 2, caller: caller, commands: [PortalCall("crm.deal.list", ["filter": ["TITLE": value]])])
        let isShared = single.prepare()
        #expect(!isShared && single.isAlone)
    }
}
