import Bitrix24
import Testing

@testable import Scripting

@Suite struct OpenListsTests {
    @Test("only the newest lists are kept, and an older one says why it can't be read on")
    func newest() async throws {
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        var lists = OpenLists()
        var numbers: [Int] = []
        for _ in 0..<(OpenLists.most + 2) {
            let request = ListRequest("crm.deal.list")
            let list = try portal.list(request, by: portal.caller(.interactive))
            numbers.append(lists.open(list, of: request.call))
        }
        #expect(throws: HostCallFailure.self) { try lists.list(numbers[1]) }
        #expect(try lists.list(numbers[2]) != nil)
        lists.close(numbers[2])
        #expect(try lists.list(numbers[2]) == nil)
        await portal.shutdown()
    }
}
