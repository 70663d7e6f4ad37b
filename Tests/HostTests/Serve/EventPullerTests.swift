import Bitrix24
import DemoPortal
import Ingress
import JSON
import Ledger
import Synchronization
import Testing

@testable import Host

@Suite("Events that are asked for")
struct EventPullerTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    /// What a puller has told, in its order: `asked`, `failed CODE`, or what is unread.
    private final class Told: Sendable {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func add(_ news: PullNews) {
            let line =
                switch news {
                case .asked(let error): error.map { "failed \($0.code)" } ?? "asked"
                case .unread(let sentences): "unread: \(sentences.joined(separator: "; "))"
                }
            lines.withLock { $0.append(line) }
        }
    }

    /// Hands a puller to `body`, which asks lists and ends with the `looks`th pause.
    private func withPuller(
        webhook: String = HeldCalls.webhook, looks: Int = 2, _ body: (EventPuller, Told) async throws -> Void
    ) async throws {
        var options = PortalOptions()
        (options.policy.attempts, options.policy.attemptsUnreachable) = (1, 1)
        let portal = try Portal(credential: .webhook(try Webhook(webhook)), options: options)
        var events = EventSettings()
        events.pull = .poll
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: events, isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        let pauses = Mutex(0)
        let clock = ServeClock(
            now: { place.now },
            sleep: { _ in
                let count = pauses.withLock { pauses in
                    pauses += 1
                    return pauses
                }
                if count == looks { throw CancellationError() }
            })
        let reception = EventReception(
            ledger: place.ledger, portals: [:], rule: ChainRule(), own: OwnWrites(rule: ChainRule()), clock: clock
        ) { _ in }
        let told = Told()
        let puller = EventPuller(
            of: served, reception: reception, ledger: place.ledger, clock: clock, logger: place.logger
        ) { told.add($0) }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(puller, told)) } catch { outcome = .failure(error) }
        await portal.shutdown()
        try outcome.get()
    }

    /// A portal whose webhook may use only some of what there is.
    private func withPortal(scopes: [String], _ body: @escaping @Sendable (String) async throws -> Void) async throws {
        var options = DemoPortalOptions()
        (options.deals, options.scopes) = (3, scopes)
        try await DemoPortal(options: options).serve { try await body($0.webhook) }
    }

    @Test func `a look that asks nothing says nothing of the credential`() async throws {
        try await withPuller { puller, told in
            await puller.use([], isWhole: true)
            await puller.run()
            #expect(told.all == ["unread: ", "unread: "])
        }
    }

    @Test func `after a start without scripts it isn't sure for ten minutes that no event is wanted`() async throws {
        try await withPuller { puller, _ in
            let start = place.now.seconds
            #expect(await !puller.isSureOfEvents(at: start + 9_999))
            await puller.use([], isWhole: true)
            #expect(await !puller.isSureOfEvents(at: start))
            #expect(await !puller.isSureOfEvents(at: start + 600))
            // Looking at the same scripts again begins nothing anew.
            place.pass(500)
            await puller.use([], isWhole: true)
            #expect(await puller.isSureOfEvents(at: start + 601))
            await puller.use([], isWhole: false)
            #expect(await !puller.isSureOfEvents(at: start + 601))
        }
    }

    @Test func `a list that can't be asked is told while the others are read`() async throws {
        try await withPortal(scopes: ["crm"]) { webhook in
            try await withPuller(webhook: webhook, looks: 1) { puller, told in
                await puller.use(["ONCRMDEALUPDATE", "ONTASKUPDATE"], isWhole: true)
                await puller.run()
                #expect(told.all.count == 2 && told.all.last == "asked")
                #expect(told.all.first?.hasPrefix("unread: tasks.task can't be asked for changes: ") == true)
                #expect(told.all.first?.contains("crm.deal") == false)
            }
        }
    }

    @Test func `the only list that can't be asked is told, too`() async throws {
        try await withPortal(scopes: ["crm"]) { webhook in
            try await withPuller(webhook: webhook, looks: 1) { puller, told in
                await puller.use(["ONTASKUPDATE"], isWhole: true)
                await puller.run()
                #expect(told.all.first?.hasPrefix("unread: tasks.task") == true)
                #expect(told.all.last?.lowercased() == "failed insufficient_scope")
            }
        }
    }

    @Test func `a portal that can't be reached says nothing of its lists`() async throws {
        try await withPuller(looks: 1) { puller, told in
            await puller.use(["ONCRMDEALUPDATE", "ONTASKUPDATE"], isWhole: true)
            await puller.run()
            #expect(told.all == ["failed UNREACHABLE"])
        }
    }
}
