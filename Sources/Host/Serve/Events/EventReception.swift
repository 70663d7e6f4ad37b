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
        // A portal sends nothing again, but what stands between may: the same bytes then. Two comments of one task have
        // the same entity and may have the same second.
        let stamp = event.timestamp.map(String.init) ?? "received \(event.received)"
        let identity =
            "online:\(event.handlerID ?? ""):\(event.name):\(subject.entity?.description ?? ""):"
            + "\(ScriptDigest.text(of: event.data)):\(stamp)"
        do throws(LedgerError) {
            let arrival = arrival(
                portal: event.portal, name: event.name, source: "online", identity: identity, subject: subject,
                dated: event.timestamp.map(Double.init), body: event.body)
            heed(try await ledger.record(arrival), of: arrival)
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
                    subject: event.subject, dated: event.at, body: body.bytes))
        }
        let receptions = try await ledger.record(arrivals, cursor: cursor)
        for (reception, arrival) in zip(receptions, arrivals) { heed(reception, of: arrival) }
    }

    // MARK: Deciding

    private func arrival(
        portal: String, name: String, source: String, identity: String, subject: EventSubject, dated: Double?,
        body: [UInt8]
    ) -> Arrival {
        let now = clock.now()
        let handlers = handlers.withLock { $0.of(name, on: portal) }
        var arrival = Arrival(
            portal: portal, name: name, source: source, identity: identity, lane: subject.entity?.description, at: now,
            body: body)
        for script in handlers {
            arrival.subscriptions.append(subscription(of: script, to: arrival, subject, dated: dated))
        }
        return arrival
    }

    private func subscription(
        of script: ServedScript, to arrival: Arrival, _ subject: EventSubject, dated: Double?
    ) -> Subscription {
        var subscription = Subscription(script: script.name)
        // Each event of a part tells of another part, so none stands for the others unless the script says so.
        if !subject.isPart || script.definition.coalesces != nil {
            subscription.coalesces = script.coalesces(arrival.name)
            subscription.wait = script.coalescingTime(arrival.name)
        }
        let occasion = ChainRule.Occasion(
            script: script.name, event: arrival.name, entity: subject.entity, change: subject.change,
            at: arrival.at.seconds, dated: dated)
        let finding = own.find(occasion, portal: arrival.portal)
        // However often people change an item, that is no loop: starts count only beside a change of one's own.
        let recent = finding.isBusy ? starts.of(startKey(script.name, arrival)) : []
        switch rule.decision(on: occasion, echoing: finding.echoed, starts: recent) {
        case .run(let depth, let because):
            subscription.depth = depth
            subscription.origin = depth > 0 ? finding.echoed?.job : nil
            if because != nil {
                own.note(
                    reason: because, of: script.name, portal: arrival.portal, lane: arrival.lane,
                    at: arrival.at.seconds)
            }
        case .stop(let reason):
            subscription.refusal = reason
            subscription.depth = (finding.echoed?.depth ?? 0) + 1
            subscription.origin = finding.echoed?.job
        }
        return subscription
    }

    private func startKey(_ script: String, _ arrival: Arrival) -> String {
        "\(arrival.portal)\n\(script)\n\(arrival.lane ?? "")"
    }

    /// Takes notice of what became of an arrival: a job that it was added to begins once, and what had come before was
    /// told then.
    private func heed(_ reception: Reception, of arrival: Arrival) {
        guard case .recorded(_, let outcomes) = reception else { return }
        for (subscription, outcome) in zip(arrival.subscriptions, outcomes) {
            guard case .added = outcome else { continue }
            if let reason = subscription.refusal {
                told(.stopped(subscription.script, portal: arrival.portal, reason: reason))
            } else {
                starts.note(startKey(subscription.script, arrival), at: arrival.at.seconds)
            }
        }
    }
}
