import Bitrix24
import Ledger

/// What is known of what an application is registered for at its portal.
struct Registration {
    /// Whether the portal must be asked what is registered.
    var isDue = true
    /// When it was put right, in seconds.
    var settledAt = 0.0
    /// Whether something is registered that nobody seems to want.
    var hasSurplus = false

    /// How long what is registered is believed to stay so, in seconds: an application that is installed anew has
    /// nothing registered.
    static let believed = 21_600.0
}

extension EventPuller {
    /// Registers the application for its events, to be sent to an address.
    ///
    /// - Returns: whether the portal was asked.
    func registerSent(to address: String) async throws -> Bool {
        let name = "registered.address"
        let hasAsked = try await register { events, bound in
            let before = try await ledger.cursor(portal: portal.name, name: name).map {
                String(decoding: $0, as: UTF8.self)
            }
            let former: Set<String> = before.map { $0 == address ? [] : [$0] } ?? []
            return .online(events, handler: address, former: former, bound: bound)
        }
        if hasAsked {
            try await ledger.setCursor(Cursor(portal: portal.name, name: name, value: Array(address.utf8)))
        }
        return hasAsked
    }

    /// Registers the application for its events in the portal's queue.
    ///
    /// - Returns: whether the portal was asked.
    func registerQueued() async throws -> Bool {
        try await register { events, bound in .offline(events, bound: bound) }
    }

    private func register(
        _ plan: ([String], [BoundEvent]) async throws -> BindingPlan
    ) async throws -> Bool {
        let now = clock.now().seconds
        let isSure = isSureOfEvents(at: now)
        guard
            registration.isDue || (registration.hasSurplus && isSure)
                || abs(now - registration.settledAt) > Registration.believed
        else { return false }
        let wanted = events
        let bindings = EventBindings(of: portal.portal, by: caller)
        let whole = try await plan(wanted.sorted(), try await bindings.bound())
        let refused = await bindings.settle(isSure ? whole : whole.keepingSurplus)
        registration.hasSurplus = !isSure && !whole.surplus.isEmpty
        // Where the portal only had trouble it is asked again with the next look.
        if let trouble = refused.first(where: { $0.error.retryable }) { throw trouble.error }
        registration.settledAt = now
        registration.isDue = wanted != events
        say(refused.map { "\($0.event.event) can't be registered: \($0.error)" }, of: "registrations")
        return true
    }
}
