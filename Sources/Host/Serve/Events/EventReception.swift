import Bitrix24
import Ingress
import JSON
import Ledger
import Scripting
import Synchronization

/// Takes events in, whichever way they come: recognises what this host caused itself, and hands each with its handlers
/// to the ledger.
final class EventReception: EventDesk {
    private let ledger: Ledger
    private let portals: [String: ServedPortal]
    private let rule: ChainRule
    private let own: OwnWrites
    private let starts: RecentStarts
    private let clock: ServeClock
    private let told: @Sendable (EventNews) -> Void
    private let handlers = Mutex(EventHandlers())

    /// - Parameter told: takes what people should know.
    init(
        ledger: Ledger, portals: [String: ServedPortal], rule: ChainRule, own: OwnWrites, clock: ServeClock,
        told: @escaping @Sendable (EventNews) -> Void
    ) {
        (self.ledger, self.portals, self.rule) = (ledger, portals, rule)
        (self.own, self.clock, self.told) = (own, clock, told)
        starts = RecentStarts()
    }

    /// Goes on with the handlers of these scripts.
    func use(_ book: ScriptBook) {
        let handlers = EventHandlers(book.scripts.values)
        self.handlers.withLock { $0 = handlers }
    }

    // MARK: From the network

    func door(of portal: String) -> PortalDoor? { portals[portal]?.door }

    func take(_ event: IncomingEvent) async throws(DeskRefusal) {
        let data = (try? JSONValue(parsing: event.data)) ?? [:]
        let subject = EventSubject(event: event.name, data: data)
        let entity = subject.entity?.description ?? ScriptDigest.text(of: event.data)
        // A portal sends nothing again, but what stands between may.
        let stamp = event.timestamp.map(String.init) ?? "received \(event.received)"
        let identity = "online:\(event.handlerID ?? ""):\(event.name):\(entity):\(stamp)"
        do throws(LedgerError) {
            let arrival = arrival(
                portal: event.portal, name: event.name, source: "online", identity: identity, subject: subject,
                body: event.body)
            _ = try await ledger.record(arrival)
        } catch {
            told(.unrecorded(error))
            throw error == .busy ? .busy : .failed("\(error)")
        }
    }

    // MARK: Pulled

    /// Takes events that were asked for; they are durable together with the cursor.
    func take(_ events: [PulledEvent], of portal: String, source: String, cursor: Cursor?) async throws(LedgerError) {
        var arrivals: [Arrival] = []
        for event in events {
            let body: JSONValue = ["event": .string(event.event), "data": event.data]
            arrivals.append(
                arrival(
                    portal: portal, name: event.event.uppercased(), source: source, identity: event.identity,
                    subject: event.subject, body: body.bytes))
        }
        _ = try await ledger.record(arrivals, cursor: cursor)
    }

    // MARK: Deciding

    private func arrival(
        portal: String, name: String, source: String, identity: String, subject: EventSubject, body: [UInt8]
    ) -> Arrival {
        let now = clock.now()
        let handlers = handlers.withLock { $0.of(name) }
        let lane = subject.entity?.description
        var arrival = Arrival(
            portal: portal, name: name, source: source, identity: identity, lane: lane, at: now, body: body)
        guard !handlers.isEmpty else { return arrival }
        let write = lane.flatMap { own.newest(portal: portal, entity: $0) }
        for script in handlers {
            arrival.subscriptions.append(subscription(of: script, to: arrival, subject, after: write))
        }
        return arrival
    }

    private func subscription(
        of script: ServedScript, to arrival: Arrival, _ subject: EventSubject, after write: OwnWrite?
    ) -> Subscription {
        var subscription = Subscription(
            script: script.name, coalesces: script.coalesces(arrival.name),
            wait: script.coalescingTime(arrival.name))
        let occasion = ChainRule.Occasion(
            script: script.name, event: arrival.name, entity: subject.entity, change: subject.change,
            at: arrival.at.seconds)
        let key = "\(arrival.portal)\n\(script.name)\n\(arrival.lane ?? "")"
        // However often people change an item, that is no loop: starts count only beside a change of one's own.
        let recent = write == nil ? [] : starts.of(key)
        switch rule.decision(on: occasion, after: write, starts: recent) {
        case .run(let depth, let because):
            subscription.depth = depth
            subscription.origin = depth > 0 ? write?.job : nil
            starts.note(key, at: arrival.at.seconds)
            if because != nil {
                own.note(
                    reason: because, of: script.name, portal: arrival.portal, lane: arrival.lane,
                    at: arrival.at.seconds)
            }
        case .stop(let reason):
            subscription.refusal = reason
            subscription.depth = (write?.depth ?? 0) + 1
            subscription.origin = write?.job
            told(.stopped(script.name, portal: arrival.portal, reason: reason))
        }
        return subscription
    }
}
