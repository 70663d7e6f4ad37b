import DemoPortal
import JSON
import Testing

@testable import Bitrix24

@Suite struct ChangePollTests {
    private func positions() -> [ChangePoll.Position] {
        [
            ChangeWatch(type: "crm.deal", added: "ONCRMDEALADD", updated: "ONCRMDEALUPDATE"),
            ChangeWatch(type: "crm.item.1036", added: "ONCRMDYNAMICITEMADD", updated: "ONCRMDYNAMICITEMUPDATE"),
            ChangeWatch(type: "tasks.task", added: "ONTASKADD", updated: "ONTASKUPDATE"),
        ].compactMap { $0 }.map { ChangePoll.Position($0) }
    }

    @Test("a portal takes the questions of several watches in one request, and a first look finds nothing")
    func first() async throws {
        try await TestPortal.demo(deals: 60).serve { address in
            try await TestPortal.with(webhook: address.webhook) { portal in
                let poll = ChangePoll(of: portal, by: portal.caller(.bulk))
                let pages = try await poll.next(positions()).map { try $0.get() }
                #expect(pages.allSatisfy { $0.changes.isEmpty && !$0.isUnfinished && $0.position.cursor != nil })
                #expect(await portal.statistics.requests == 1)
            }
        }
    }

    @Test("a portal's list is read by the time of changes, page after page, each change once")
    func pages() async throws {
        try await TestPortal.demo(deals: 130).serve { address in
            try await TestPortal.with(webhook: address.webhook) { portal in
                let poll = ChangePoll(of: portal, by: portal.caller(.bulk))
                // As if the last look had been before all that is in the portal.
                let past = ChangeCursor(startingAt: 0)
                var position = ChangePoll.Position(try #require(positions().first).watch, past)
                var found: [String] = []
                for _ in 0..<40 {
                    let page = try #require(await poll.next([position]).first).get()
                    found += page.changes.map(\.identity)
                    position = page.position
                    if !page.isUnfinished { break }
                }
                #expect(found.count { $0.hasSuffix(":add") } == 130)
                #expect(Set(found).count == found.count)
                #expect(position.cursor?.place == nil)
            }
        }
    }

    @Test("a watch whose question fails has its error, and the others go on")
    func failure() async throws {
        var options = DemoPortalOptions(seed: 7)
        options.deals = 3
        options.webhookCode = TestPortal.code
        options.scopes = ["crm"]
        try await DemoPortal(options: options).serve { address in
            try await TestPortal.with(webhook: address.webhook) { portal in
                let pages = await ChangePoll(of: portal, by: portal.caller(.bulk)).next(positions())
                #expect(pages.map { (try? $0.get()) != nil } == [true, true, false])
            }
        }
    }
}
