// The code of the documentation. Nothing but what a user imports is imported here; `DocumentedCodeTests` compares it
// with the articles, and runs it.
import Bitrix24
import DemoPortal
import FoundationEssentials
import Testing

// example
struct Deal: Decodable, Sendable {
    let id: Int
    let title: String
    let opportunity: Double?
    let isClosed: Bool

    enum CodingKeys: String, CodingKey {
        case id = "ID", title = "TITLE", opportunity = "OPPORTUNITY", isClosed = "CLOSED"
    }
}
// end

// example
struct User: Decodable, Sendable {
    let id: Int
    let name: String
    let departments: [Int]

    enum CodingKeys: String, CodingKey {
        case id = "ID", name = "NAME", departments = "UF_DEPARTMENT"
    }
}
// end

// example
struct NewDeal: Encodable {
    let title: String
    let opportunity: Double
    let closes: Date

    enum CodingKeys: String, CodingKey {
        case title = "TITLE", opportunity = "OPPORTUNITY", closes = "CLOSEDATE"
    }
}
// end

struct Examples {
    /// The README's.
    static func overview(webhook: String) async throws {
        // example
        try await withPortal(webhook: webhook) { portal in
            let deal = try await portal.call("crm.deal.get", ["id": 1], as: Deal.self)
            print(deal.title)

            let large: Parameters = [
                "filter": [">OPPORTUNITY": 100_000], "select": ["ID", "TITLE", "OPPORTUNITY", "CLOSED"],
            ]
            for try await deal in portal.items(of: "crm.deal.list", large, as: Deal.self) {
                print(deal.id, deal.opportunity ?? 0)
            }

            let (user, open) = try await portal.batch(
                Call("user.current", as: User.self),
                Call("crm.deal.list", ["filter": ["CLOSED": "N"]], as: [Deal].self))
            print(try user.get().name, try open.get().count)
        }
        // end
    }

    static func start(webhook: String) async throws {
        // example
        let portal = try Portal(webhook: webhook)
        let user = try await portal.call("user.current", as: User.self)
        await portal.shutdown()
        // end
        #expect(user.id == 1)
    }

    static func changes(_ portal: Portal, closes: Date) async throws {
        // example
        let deal = NewDeal(title: "Delivery", opportunity: 12_500, closes: closes)
        let id: Int = try await portal.call("crm.deal.add", ["fields": .value(deal)])
        let isDone: Bool = try await portal.call(
            "crm.deal.update", ["id": .value(id), "fields": ["TITLE": "Delivery \(id)"]])
        // end
        let made = try await portal.call("crm.deal.get", ["id": .value(id)], as: Deal.self)
        #expect(isDone && made.title == "Delivery \(id)" && made.opportunity == 12_500)
    }

    static func member(_ portal: Portal) async throws {
        // example
        struct Item: Decodable, Sendable {
            let id: Int
            let title: String
            let createdTime: Date
        }
        let item = try await portal.call(
            "crm.item.get", ["entityTypeId": 2, "id": 1], as: Item.self, at: "item")
        // end
        #expect(item.id == 1 && !item.title.isEmpty && item.createdTime.timeIntervalSince1970 > 0)
    }

    static func list(_ portal: Portal) async throws {
        var sum = 0.0
        // example
        let deals = portal.items(of: "crm.deal.list", ["order": ["OPPORTUNITY": "DESC"]], as: Deal.self, limit: 100)
        for try await deal in deals {
            sum += deal.opportunity ?? 0
        }
        if let partial = deals.partial { print("not everything came: \(partial)") }
        for note in deals.notes { print(note) }
        // end
        #expect(sum > 0)
        #expect(deals.notes.count == 1)
    }

    static func pages(_ portal: Portal) async throws {
        // example
        for try await page in portal.items(of: "crm.deal.list", as: Deal.self, priority: .bulk).pages {
            print("\(page.items.count) deals, \(Int((page.progress ?? 0) * 100)) % of the list")
        }
        // end
    }

    static func collect(_ portal: Portal) async throws {
        // example
        let users = try await portal.items(of: "user.get", as: User.self).collect()
        // end
        #expect(users.count > 1)
    }

    static func references(_ portal: Portal) async throws {
        // example
        let (deal, manager) = try await portal.batch(
            Call("crm.deal.get", ["id": 1], as: Deal.self).named("deal"),
            Call("user.get", ["ID": "$result[deal][ASSIGNED_BY_ID]"], as: [User].self))
        // end
        #expect(try deal.get().id == 1)
        #expect(try manager.get().count == 1)
    }

    static func many(_ portal: Portal) async throws {
        // example
        let calls = (1...3).map { id in Call("crm.deal.get", ["id": .value(id)], as: Deal.self) }
        for result in await portal.batch(calls) {
            switch result {
            case .success(let deal): print(deal.title)
            case .failure(let error): print(error)
            }
        }
        // end
    }

    static func errors(_ portal: Portal) async throws -> PortalError? {
        var seen: PortalError?
        // example
        do throws(PortalError) {
            let deal = try await portal.call("crm.deal.get", ["id": 999_999], as: Deal.self)
            print(deal.title)
        } catch {
            print(error)
            if error.retryable { print("it was not executed and may be tried again later") }
            if error.execution == .unknown { print("look in Bitrix24 whether it was done") }
            seen = error
        }
        // end
        return seen
    }

    // example
    @Test func newDealsAreOpen() async throws {
        var options = DemoPortalOptions(seed: 1)
        options.deals = 20
        try await DemoPortal(options: options).serve { address in
            try await withPortal(webhook: address.webhook) { portal in
                let id: Int = try await portal.call("crm.deal.add", ["fields": ["TITLE": "New"]])
                let deal = try await portal.call("crm.deal.get", ["id": .value(id)], as: Deal.self)
                #expect(!deal.isClosed)
            }
        }
    }
    // end
}
