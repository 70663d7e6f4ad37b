import JSON

/// What has to be registered at a portal, and what no longer, so that an application gets the events it wants.
public struct BindingPlan: Hashable, Sendable {
    /// The registrations that are missing, by event.
    public let missing: [BoundEvent]
    /// The registrations that nobody wants any more, by event.
    public let surplus: [BoundEvent]
    /// The `auth_connector` of offline events.
    public let connector: String?

    /// Events that are sent to a handler. Handlers at other addresses are somebody else's and stay, unless the address
    /// is one of `former`.
    ///
    /// - Parameters:
    ///   - wanted: the events' codes.
    ///   - handler: the address that they are sent to.
    ///   - former: addresses that `handler` takes the place of.
    ///   - bound: what is registered.
    public static func online(
        _ wanted: some Sequence<String>, handler: String, former: Set<String> = [], bound: [BoundEvent]
    ) -> BindingPlan {
        let wanted = Set(wanted.map { BoundEvent(event: $0, handler: handler, isOffline: false) })
        let own = bound.filter { !$0.isOffline && ($0.handler == handler || former.contains($0.handler)) }
        return BindingPlan(wanted: wanted, own: own, connector: nil)
    }

    /// Events that wait in the queue. All of them are the application's own, so what isn't wanted would only fill it.
    ///
    /// The portal doesn't tell the `auth_connector` of what is registered; whoever changes it unbinds everything first,
    /// with a plan for no events.
    ///
    /// - Parameters:
    ///   - wanted: the events' codes.
    ///   - connector: the `auth_connector`, by which own changes are left out.
    ///   - bound: what is registered.
    public static func offline(
        _ wanted: some Sequence<String>, connector: String? = nil, bound: [BoundEvent]
    ) -> BindingPlan {
        let wanted = Set(wanted.map { BoundEvent(event: $0, isOffline: true) })
        let own = bound.filter(\.isOffline).map { BoundEvent(event: $0.event, isOffline: true) }
        return BindingPlan(wanted: wanted, own: own, connector: connector)
    }

    private init(wanted: Set<BoundEvent>, own: [BoundEvent], connector: String?) {
        let own = Set(own)
        func sorted(_ events: Set<BoundEvent>) -> [BoundEvent] {
            events.sorted { ($0.event, $0.handler) < ($1.event, $1.handler) }
        }
        missing = sorted(wanted.subtracting(own))
        surplus = sorted(own.subtracting(wanted))
        self.connector = connector
    }

    private init(missing: [BoundEvent], connector: String?) {
        (self.missing, surplus, self.connector) = (missing, [], connector)
    }

    /// The same without taking anything away.
    public var keepingSurplus: BindingPlan { BindingPlan(missing: missing, connector: connector) }

    /// Whether there is nothing to do.
    public var isEmpty: Bool { missing.isEmpty && surplus.isEmpty }

    /// The calls that carry it out. What is missing comes first, so that no event is missed when an address changes.
    public var calls: [PortalCall] {
        missing.map { call("event.bind", $0, connector: connector) }
            + surplus.map { call("event.unbind", $0, connector: nil) }
    }

    private func call(_ method: String, _ event: BoundEvent, connector: String?) -> PortalCall {
        var parameters: JSONObject = ["event": .string(event.event)]
        parameters[event.isOffline ? "event_type" : "handler"] = .string(event.isOffline ? "offline" : event.handler)
        if event.isOffline { parameters["auth_connector"] = connector.map(JSONValue.string) }
        return PortalCall(method, .object(parameters))
    }
}
