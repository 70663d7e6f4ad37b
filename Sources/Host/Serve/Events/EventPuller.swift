import Bitrix24
import Ledger
import Logging

/// Sees that one portal's events come: asks for them where it can't send them, and registers an application for what
/// is sent or queued.
actor EventPuller {
    let portal: ServedPortal
    let reception: EventReception
    let ledger: Ledger
    let clock: ServeClock
    let logger: Logger
    private let told: @Sendable (PullNews) async -> Void

    /// The codes of the events that scripts are for.
    private(set) var events: Set<String> = []
    var lists = WatchedLists()
    var registration = Registration()
    private(set) lazy var queue = OfflineQueue(of: portal.portal, by: caller)
    private var failures = 0
    private var said: [String: [String]] = [:]
    private var isWhole = false
    /// Since when just these events are wanted, in seconds; nil before the scripts are known.
    private var wantedSince: Double?

    /// How long an event must not have been wanted, in seconds.
    private static let patience = 600.0

    /// - Parameter told: takes what came of each look.
    init(
        of portal: ServedPortal, reception: EventReception, ledger: Ledger, clock: ServeClock, logger: Logger,
        told: @escaping @Sendable (PullNews) async -> Void
    ) {
        (self.portal, self.reception, self.ledger) = (portal, reception, ledger)
        (self.clock, self.logger, self.told) = (clock, logger, told)
    }

    /// Nobody waits for what is asked for here.
    var caller: Caller { portal.portal.caller(.schedule) }

    /// Goes on with the events that these scripts are for.
    ///
    /// - Parameter isWhole: whether all scripts could be read; else others may be wanted as well.
    func use(_ events: Set<String>, isWhole: Bool) {
        self.isWhole = isWhole
        guard wantedSince == nil || events != self.events else { return }
        self.events = events
        wantedSince = clock.now().seconds
        registration.isDue = true
        lists.isDue = true
    }

    /// Whether what isn't wanted now can be given up: a script that is being mended, or its folder for a moment away,
    /// wants its events again soon, and the portal keeps none for whoever isn't registered.
    func isSureOfEvents(at now: Double) -> Bool {
        guard isWhole, let wantedSince else { return false }
        return abs(now - wantedSince) > Self.patience
    }

    /// Asks until the task is cancelled.
    func run() async {
        let pace = PollPace(interval: portal.events.every)
        while !Task.isCancelled {
            do {
                var hasAsked = false
                switch portal.pull {
                case .none:
                    guard let address = portal.events.address else { return }
                    hasAsked = try await registerSent(to: address)
                case .poll: hasAsked = try await lookAtLists()
                case .offline:
                    hasAsked = try await registerQueued() || !events.isEmpty
                    if !events.isEmpty { try await emptyQueue() }
                }
                failures = 0
                // A look that asks nothing says nothing of the credential.
                if hasAsked { await told(.asked(nil)) }
            } catch {
                failures += 1
                if failures == 1 || failures % 20 == 0 { warn("the portal could not be asked for events: \(error)") }
                if let error = error as? PortalError { await told(.asked(error)) }
            }
            guard (try? await clock.sleep(pace.pause(failures: failures))) != nil else { return }
        }
    }

    /// Tells which lists can't be asked, one sentence each; none if all can.
    func tell(unread sentences: [String]) async { await told(.unread(sentences)) }

    /// Says what is in the way of something; the same again is not said.
    func say(_ sentences: [String], of topic: String) {
        guard said.updateValue(sentences, forKey: topic) ?? [] != sentences else { return }
        for sentence in sentences { warn(sentence) }
    }

    func warn(_ sentence: String) { logger.warning("\(sentence)", metadata: ["portal": "\(portal.name)"]) }

    private func emptyQueue() async throws {
        let (reception, name) = (reception, portal.name)
        while try await queue.pull(take: { events in
            try await reception.take(events, of: name, source: "offline", cursor: nil)
        }) > 0 {}
    }
}

extension ServedPortal {
    /// How its events are asked for, where the settings leave that open: whoever has a token gets them sent.
    var pull: EventSettings.Pull {
        if let pull = events.pull { return pull }
        if events.tokenFile != nil || events.address != nil { return .none }
        return isApplication ? .offline : .poll
    }
}
