import JSON

/// The registrations of an application's event handlers at a portal.
public struct EventBindings: Sendable {
    private let portal: Portal
    private let caller: Caller

    /// The registrations at a portal, which must be an application's.
    public init(of portal: Portal, by caller: Caller) {
        (self.portal, self.caller) = (portal, caller)
    }

    /// What is registered.
    public func bound() async throws(PortalError) -> [BoundEvent] {
        let reply = try await portal.call(PortalCall("event.get"), by: caller)
        guard let found = try? JSONValue(parsing: reply.resultBytes), let elements = found.array ?? found.object?.values
        else {
            throw PortalError(
                code: PortalError.Code.list, message: "the answer doesn't tell what is registered", method: "event.get")
        }
        return elements.compactMap { BoundEvent($0) }
    }

    /// Carries a plan out.
    ///
    /// - Returns: the registrations that the portal refused, and why; an event that it doesn't know is one of them.
    public func settle(_ plan: BindingPlan) async -> [(event: BoundEvent, error: PortalError)] {
        let replies = await portal.submit(each: plan.calls, by: caller)
        var refused: [(event: BoundEvent, error: PortalError)] = []
        for (event, reply) in zip(plan.missing + plan.surplus, replies) {
            do throws(PortalError) { _ = try await reply.value() } catch { refused.append((event, error)) }
        }
        return refused
    }
}
