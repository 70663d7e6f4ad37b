import Synchronization

/// Where a program listens: for events, and for those who look how it is.
public struct ListenPlan: Hashable, Sendable {
    /// Where events come in; nil if none are taken.
    public var events: ListenAddress?
    /// Where the program's state is shown; nil for nowhere.
    public var operations: ListenAddress?

    /// The two addresses.
    public init(events: ListenAddress? = nil, operations: ListenAddress? = nil) {
        (self.events, self.operations) = (events, operations)
    }
}

/// The addresses that a program listens on, opened once and kept open from one server to the next. Who comes while no
/// server is there waits in the system's queue instead of being refused.
public final class OpenAddresses: Sendable {
    private let sockets = Mutex<[Door: ListeningSocket]>([:])

    /// What a socket is known by: its address, and whose it is if the system chooses the port.
    private struct Door: Hashable {
        let host: String
        let port: Int
        let user: String

        init?(_ address: ListenAddress?, _ user: String) {
            guard case .host(let host, let port) = address else { return nil }
            (self.host, self.port, self.user) = (host, port, port == 0 ? user : "")
        }

        var address: ListenAddress { .host(host, port: port) }

        static func all(of plan: ListenPlan) -> [Door] {
            [Door(plan.events, "events"), Door(plan.operations, "operations")].compactMap { $0 }
        }
    }

    /// Nothing is open yet.
    public init() {}

    /// Opens what a plan has and isn't open yet, as far as that can be done now: an address that only one of the
    /// program's own may be in the way of, as `127.0.0.1:80` is of `0.0.0.0:80`, is left to `change`.
    ///
    /// - Throws: an `IngressError` for an address that can't be opened; nothing is open then that wasn't before.
    public func prepare(_ plan: ListenPlan) throws(IngressError) {
        try sockets.withLock { sockets throws(IngressError) in
            sockets = try Self.opened(plan, beside: sockets) { error, door in
                error.isInUse && sockets.keys.contains { $0.port == door.port }
            }
        }
    }

    /// Opens what a plan has and isn't open yet. What the plan hasn't is closed if it is in the way.
    ///
    /// - Throws: an `IngressError` for an address that can't be opened; what the plan has of the open ones stays open.
    public func change(to plan: ListenPlan) throws(IngressError) {
        try sockets.withLock { sockets throws(IngressError) in
            do throws(IngressError) {
                sockets = try Self.opened(plan, beside: sockets) { _, _ in false }
            } catch {
                guard error.isInUse else { throw error }
                Self.close(in: &sockets, but: plan)
                sockets = try Self.opened(plan, beside: sockets) { _, _ in false }
            }
        }
    }

    /// Closes what a plan hasn't.
    public func keep(only plan: ListenPlan) { sockets.withLock { Self.close(in: &$0, but: plan) } }

    /// The plan with its open sockets in place of their addresses. They stay this object's: a server takes a copy.
    public func given(_ plan: ListenPlan) -> ListenPlan {
        let open = sockets.withLock { $0.mapValues(\.descriptor) }
        let given = { (address: ListenAddress?, user: String) in
            Door(address, user).flatMap { open[$0] }.map(ListenAddress.descriptor) ?? address
        }
        return ListenPlan(events: given(plan.events, "events"), operations: given(plan.operations, "operations"))
    }

    private static func opened(
        _ plan: ListenPlan, beside sockets: [Door: ListeningSocket],
        passing isLeft: (IngressError, Door) -> Bool
    ) throws(IngressError) -> [Door: ListeningSocket] {
        let doors = Door.all(of: plan)
        if doors.count > Set(doors).count { throw .addressUnavailable(doors[0].address, .inUse) }
        var all = sockets
        for door in doors where all[door] == nil {
            do throws(IngressError) {
                all[door] = try ListeningSocket(host: door.host, port: door.port)
            } catch {
                guard isLeft(error, door) else { throw error }
            }
        }
        return all
    }

    private static func close(in sockets: inout [Door: ListeningSocket], but plan: ListenPlan) {
        let doors = Set(Door.all(of: plan))
        sockets = sockets.filter { doors.contains($0.key) }
    }
}

extension IngressError {
    fileprivate var isInUse: Bool {
        if case .addressUnavailable(_, .inUse) = self { true } else { false }
    }
}
