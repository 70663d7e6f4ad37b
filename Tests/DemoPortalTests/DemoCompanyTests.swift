import JSON
import Testing
import Timetable

@testable import DemoPortal

@Suite("The demo company")
struct DemoCompanyTests {
    @Test("is the same to the byte for the same seed and day, and another for another seed")
    func determinism() {
        func bytes(_ seed: UInt64) -> [[UInt8]] {
            var options = DemoPortalOptions(seed: seed, today: TestPortal.today, zone: TestPortal.moscow)
            options.deals = 60
            options.clock = { Double(TestPortal.noon) }
            let portal = DemoPortal(options: options)
            let lists = ["crm.deal.list", "crm.contact.list", "crm.company.list", "crm.lead.list", "user.get"]
            return lists.map { portal.answer($0).body } + [portal.answer("tasks.task.list", ["select": ["*"]]).body]
        }
        #expect(bytes(1) == bytes(1))
        #expect(bytes(1) != bytes(2))
    }

    @Test("keeps its people whatever the number of deals")
    func streams() throws {
        let few = try TestPortal.make(deals: 10).result("user.get")
        #expect(try TestPortal.make(deals: 40).result("user.get") == few)
    }

    @Test("has won deals in the last week of any day, even when it is small", arguments: 0..<60)
    func lastWeek(offset: Int) throws {
        let today = TestPortal.today.adding(days: offset * 6 + offset / 7)
        var options = DemoPortalOptions(seed: UInt64(offset), today: today, zone: TestPortal.moscow)
        options.deals = offset % 2 == 0 ? 30 : 90
        let portal = DemoPortal(options: options)
        let monday = today.firstOfWeek
        let parameters: JSONValue = [
            "filter": [
                "STAGE_SEMANTIC_ID": "S", ">=CLOSEDATE": .string(monday.adding(days: -7).description),
                "<CLOSEDATE": .string(monday.description),
            ], "select": ["ID", "OPPORTUNITY"],
        ]
        #expect((try portal.reply("crm.deal.list", parameters)["total"]?.integer ?? 0) >= 3)
    }

    @Test("has nothing in the future but plans, and no end before its beginning")
    func time() throws {
        let state = DemoCompany(options: TestPortal.options()).state()
        let today = TestPortal.moscow.moment(of: TestPortal.today).unixSeconds
        let plans: Set<String> = ["CLOSEDATE", "DEADLINE", "UF_CRM_1700000000004", "START_DATE_PLAN", "END_DATE_PLAN"]
        let custom = Set(Family.allCases.flatMap { $0.schema.fields.filter(\.isCustom).map(\.name) })
        for family in Family.allCases {
            let table = state[family]
            for column in table.schema.columns where !plans.union(custom).contains(table.schema.fields[column].name) {
                let late = table.rows.filter { ($0[column].moment ?? 0) >= today }
                #expect(late.isEmpty, "\(family) \(table.schema.fields[column].name)")
            }
        }
        let deals = state[.deal]
        let columns = deals.schema.columns(["DATE_CREATE", "DATE_MODIFY", "BEGINDATE", "CLOSEDATE"])
        for row in deals.rows {
            let moments = columns.compactMap { row[$0].moment }
            #expect(moments.count == 4 && moments[0] <= moments[1] && moments[2] <= moments[3])
        }
    }

    @Test("has the promised numbers of everything, with working references")
    func numbers() throws {
        var options = TestPortal.options(deals: 3_000)
        options.deals = 3_000
        let state = DemoCompany(options: options).state()
        let counts = Family.allCases.map { state[$0].count }
        #expect(Array(counts.prefix(9)) == [3_000, 800, 1_500, 600, 200, 200, 1_000, 40, 12])
        let deals = state[.deal]
        for (name, family) in [("COMPANY_ID", Family.company), ("CONTACT_ID", .contact), ("ASSIGNED_BY_ID", .user)] {
            let column = try #require(deals.schema.column(name))
            let ids = Set(deals.rows.compactMap { $0[column].integer })
            #expect(ids.allSatisfy { state[family].position(of: $0) != nil }, "\(name)")
        }
        let stage = try #require(deals.schema.column("STAGE_SEMANTIC_ID"))
        let meanings = Dictionary(grouping: deals.rows) { $0[stage].text ?? "" }.mapValues(\.count)
        #expect((meanings["S"] ?? 0) > 900 && (meanings["F"] ?? 0) > 900 && (meanings["P"] ?? 0) > 30)
    }

    @Test("may have no deals at all", arguments: [0, -1, 1])
    func tiny(deals: Int) throws {
        let portal = TestPortal.make(deals: deals)
        #expect(try portal.reply("crm.deal.list")["total"] == .integer(max(0, deals)))
        #expect(try portal.result("crm.company.list") == [])
    }

    @Test("gives every seller a different success")
    func sellers() throws {
        let state = DemoCompany(options: TestPortal.options(deals: 1_000)).state()
        let schema = state[.deal].schema
        let user = try #require(schema.column("ASSIGNED_BY_ID"))
        let sellers = Dictionary(grouping: state[.deal].rows) { $0[user].integer ?? 0 }.mapValues(\.count)
        #expect(sellers.count == 13)
        #expect(Set(sellers.values).count > 6)
    }
}
