import Bitrix24
import Ingress
import Ledger
import Synchronization
import Testing

@testable import Host

@Suite("Events that are asked for")
struct EventPullerTests {
    @Test func `a look that asks nothing says nothing of the credential`() async throws {
        let place = try TellingPlace()
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        var events = EventSettings()
        events.pull = .poll
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: events, isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        // The second pause is the last.
        let looks = Mutex(0)
        let clock = ServeClock(
            now: { place.now },
            sleep: { _ in
                let count = looks.withLock { looks in
                    looks += 1
                    return looks
                }
                if count == 2 { throw CancellationError() }
            })
        let reception = EventReception(
            ledger: place.ledger, portals: [:], rule: ChainRule(), own: OwnWrites(rule: ChainRule()), clock: clock
        ) { _ in }
        let answers = Mutex(0)
        let puller = EventPuller(
            of: served, reception: reception, ledger: place.ledger, clock: clock, logger: place.logger
        ) { _ in answers.withLock { $0 += 1 } }
        await puller.use([], isWhole: true)
        await puller.run()
        await portal.shutdown()
        #expect(looks.withLock { $0 } == 2 && answers.withLock { $0 } == 0)
    }
}
