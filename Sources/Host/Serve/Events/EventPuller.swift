import Bitrix24
import FoundationEssentials
import Ledger
import Logging

/// Asks one portal for events where it can't send them.
actor EventPuller {
    private let portal: ServedPortal
    private let reception: EventReception
    private let ledger: Ledger
    private let clock: ServeClock
    private let logger: Logger
    private let answered: @Sendable (PortalError?) async -> Void
    private var events: Set<String> = []
    private var positions: [ChangePoll.Position] = []
    private var isBound = false
    private var failures = 0

    /// - Parameter answered: is told of each look's outcome.
    init(
        of portal: ServedPortal, reception: EventReception, ledger: Ledger, clock: ServeClock, logger: Logger,
        answered: @escaping @Sendable (PortalError?) async -> Void
    ) {
        (self.portal, self.reception, self.ledger) = (portal, reception, ledger)
        (self.clock, self.logger, self.answered) = (clock, logger, answered)
    }

    /// Goes on with the events that these scripts are for.
    func use(_ events: Set<String>) {
        guard events != self.events else { return }
        self.events = events
        isBound = false
        let known = Dictionary(positions.map { ($0.watch, $0.cursor) }) { first, _ in first }
        let plan = ChangeWatch.plan(for: events.sorted(), smartProcesses: smartProcesses)
        positions = plan.watches.map { ChangePoll.Position($0, known[$0] ?? nil) }
        if way == .poll, !plan.unseen.isEmpty {
            logger.warning(
                "these events can't be found by asking; the portal must send them: \(plan.unseen.joined(separator: ", "))",
                metadata: ["portal": "\(portal.name)"])
        }
    }

    /// The smart processes that the portal is known to have.
    private var smartProcesses: [Int] { [] }

    private var way: EventSettings.Pull { portal.pull }

    /// Asks until the task is cancelled.
    func run() async {
        let pace = PollPace(interval: portal.events.every)
        while !Task.isCancelled {
            do {
                switch way {
                case .none: return
                case .poll: try await poll()
                case .offline: try await offline()
                }
                failures = 0
                await answered(nil)
            } catch {
                failures += 1
                if failures == 1 || failures % 20 == 0 {
                    logger.warning(
                        "the portal could not be asked for events: \(error)", metadata: ["portal": "\(portal.name)"])
                }
                await answered(error as? PortalError)
            }
            guard (try? await clock.sleep(pace.pause(failures: failures))) != nil else { return }
        }
    }

    // MARK: Lists

    private func poll() async throws {
        guard !positions.isEmpty else { return }
        let poll = ChangePoll(of: portal.portal, by: portal.portal.caller(.schedule))
        for place in positions.indices where positions[place].cursor == nil {
            positions[place].cursor = try await storedCursor(of: positions[place].watch)
        }
        var open = positions
        while !open.isEmpty {
            let pages = await poll.next(open)
            var more: [ChangePoll.Position] = []
            var failure: PortalError?
            for page in pages {
                switch page {
                case .success(let page):
                    try await take(page)
                    if page.isUnfinished { more.append(page.position) }
                case .failure(let error): failure = error
                }
            }
            if let failure { throw failure }
            open = more
        }
    }

    private func take(_ page: ChangePoll.Page) async throws {
        let encoded = try page.position.cursor.map { [UInt8](try JSONEncoder().encode($0)) }
        let cursor = encoded.map { Cursor(portal: portal.name, name: name(of: page.position.watch), value: $0) }
        try await reception.take(page.changes, of: portal.name, source: "poll", cursor: cursor)
        if let place = positions.firstIndex(where: { $0.watch == page.position.watch }) {
            positions[place] = page.position
        }
    }

    private func storedCursor(of watch: ChangeWatch) async throws -> ChangeCursor? {
        guard let bytes = try await ledger.cursor(portal: portal.name, name: name(of: watch)) else { return nil }
        return try? JSONDecoder().decode(ChangeCursor.self, from: Data(bytes))
    }

    private func name(of watch: ChangeWatch) -> String { "poll.\(watch.type)" }

    // MARK: The portal's queue

    private var queue: OfflineQueue?

    private func offline() async throws {
        let caller = portal.portal.caller(.schedule)
        if !isBound {
            let bindings = EventBindings(of: portal.portal, by: caller)
            let plan = BindingPlan.offline(events.sorted(), bound: try await bindings.bound())
            for refusal in await bindings.settle(plan) {
                logger.warning("\(refusal.event.event) can't be bound: \(refusal.error)")
            }
            isBound = true
        }
        let queue = queue ?? OfflineQueue(of: portal.portal, by: caller)
        self.queue = queue
        let name = portal.name
        while try await queue.pull(take: { [reception] events in
            try await reception.take(events, of: name, source: "offline", cursor: nil)
        }) > 0 {}
    }
}

extension ServedPortal {
    /// How its events are asked for, where the settings leave that open: whoever has a token gets them sent.
    var pull: EventSettings.Pull {
        if let pull = events.pull { return pull }
        if events.tokenFile != nil { return .none }
        return isApplication ? .offline : .poll
    }
}
