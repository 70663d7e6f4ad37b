import JSON
import Testing

@testable import Bitrix24

@Suite struct ChangeWatchTests {
    @Test("the events that handlers want become lists to look at, and the rest is told")
    func plan() {
        let plan = ChangeWatch.plan(
            for: [
                "onCrmDealUpdate", "ONCRMDEALADD", "ONCRMDEALDELETE", "ONTASKUPDATE", "ONCRMDYNAMICITEMADD",
                "ONCRMDEALMOVETOCATEGORY", "ONUSERADD", "ONCRMLEADUSERFIELDADD", "ONCRMACTIVITYADD",
            ], smartProcesses: [1_036, 1_040])
        #expect(
            plan.watches
                == [
                    ChangeWatch(type: "crm.activity", added: "ONCRMACTIVITYADD", updated: nil),
                    ChangeWatch(type: "crm.deal", added: "ONCRMDEALADD", updated: "ONCRMDEALUPDATE"),
                    ChangeWatch(type: "crm.item.1036", added: "ONCRMDYNAMICITEMADD", updated: nil),
                    ChangeWatch(type: "crm.item.1040", added: "ONCRMDYNAMICITEMADD", updated: nil),
                    ChangeWatch(type: "tasks.task", added: nil, updated: "ONTASKUPDATE"),
                ].compactMap { $0 })
        #expect(
            plan.unseen == ["ONCRMDEALDELETE", "ONCRMDEALMOVETOCATEGORY", "ONCRMLEADUSERFIELDADD", "ONUSERADD"])
    }

    @Test("items of smart processes are unseen where there are none")
    func noProcesses() {
        let plan = ChangeWatch.plan(for: ["ONCRMDYNAMICITEMUPDATE"], smartProcesses: [])
        #expect(plan.watches.isEmpty)
        #expect(plan.unseen == ["ONCRMDYNAMICITEMUPDATE"])
    }

    @Test("each watched list is documented to take its filter and its order")
    func documented() {
        for list in WatchedList.named {
            #expect(Catalogue.method(list.method)?.list?.filter == "filter", "\(list.method)")
            #expect(Catalogue.method(list.method)?.list?.order == "order", "\(list.method)")
            #expect(Catalogue.event(list.prefix + "ADD") != nil && Catalogue.event(list.prefix + "UPDATE") != nil)
            let fields = Set(Catalogue.entity(list.type)?.fields.map(\.name) ?? [])
            #expect(fields.isSuperset(of: [list.id, list.modified, list.created]), "\(list.type)")
        }
    }

    @Test(
        "events of all smart processes need to know which there are",
        arguments: [
            ("ONCRMDYNAMICITEMADD", true), ("onCrmDynamicItemUpdate", true), ("ONCRMDYNAMICITEMUPDATE_177", false),
            ("ONCRMDYNAMICITEMDELETE", false), ("ONCRMDEALADD", false),
        ])
    func smartProcesses(event: String, isNeeded: Bool) {
        #expect(ChangeWatch.needsSmartProcesses(event) == isNeeded)
    }

    @Test("what is new and was changed before it was found is both, for whoever wants only one, too")
    func newAndChanged() throws {
        let fresh = WatchedList.Item(id: "7", modified: 1_790_000_001, created: 1_790_000_000)
        let changed = WatchedList.Item(id: "7", modified: 1_790_000_010, created: 1_790_000_000)
        let updates = try #require(ChangeWatch(type: "crm.deal", added: nil, updated: "ONCRMDEALUPDATE"))
        #expect(updates.events(for: fresh, isNew: true).isEmpty)
        #expect(updates.events(for: changed, isNew: true).map(\.event) == ["ONCRMDEALUPDATE"])
        let both = try #require(ChangeWatch(type: "crm.deal", added: "ONCRMDEALADD", updated: "ONCRMDEALUPDATE"))
        #expect(both.events(for: fresh, isNew: true).map(\.event) == ["ONCRMDEALADD"])
        let events = both.events(for: changed, isNew: true)
        #expect(events.map(\.event) == ["ONCRMDEALADD", "ONCRMDEALUPDATE"])
        #expect(Set(events.map(\.identity)).count == 2)
    }

    @Test("a change found carries what the event would, and is about the same entity")
    func events() throws {
        let item = WatchedList.Item(id: "7", modified: 1_790_000_000, created: nil)
        let deals = try #require(ChangeWatch(type: "crm.deal", added: "ONCRMDEALADD", updated: "ONCRMDEALUPDATE"))
        let change = try #require(deals.events(for: item, isNew: false).first)
        #expect(change.entity == EntityReference("crm.deal:7"))
        #expect(change.identity == "poll:crm.deal:7:2026-09-21T14:13:20+00:00:update")
        let tasks = try #require(ChangeWatch(type: "tasks.task", added: "ONTASKADD", updated: nil))
        #expect(tasks.events(for: item, isNew: true).first?.entity == EntityReference("tasks.task:7"))
        #expect(tasks.events(for: item, isNew: false).isEmpty)
        let items = try #require(ChangeWatch(type: "crm.item.1036", added: "ONCRMDYNAMICITEMADD", updated: nil))
        #expect(items.events(for: item, isNew: true).first?.entity == EntityReference("crm.item.1036:7"))
    }
}
