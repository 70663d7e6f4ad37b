import Ledger

func at(_ seconds: Int) -> Stamp { Stamp(milliseconds: seconds * 1000) }

extension Arrival {
    /// An event of the portal `p`, of which one script gets a job.
    static func of(
        _ identity: String, lane: String? = nil, at seconds: Int = 0, script: String = "s", coalesces: Bool = false,
        wait: Double = 0
    ) -> Arrival {
        Arrival(
            portal: "p", name: "ONCRMDEALUPDATE", source: "online", identity: identity, lane: lane,
            at: Stamp(milliseconds: seconds * 1000), body: Array(identity.utf8),
            subscriptions: [Subscription(script: script, coalesces: coalesces, wait: wait)])
    }
}

extension Ledger {
    /// Claims at a moment with a lease of a minute.
    func take(
        _ most: Int = 100, at seconds: Int, limits: JobLimits = .init(standard: 100), owner: String = "me"
    ) async throws(LedgerError) -> [Claim] {
        let now = Stamp(milliseconds: seconds * 1000)
        return try await claim(most: most, limits: limits, now: now, lease: now.adding(seconds: 60), owner: owner)
    }

    /// The states of all jobs, oldest first.
    func states() async throws(LedgerError) -> [JobState] {
        try await jobs(most: 1_000_000).reversed().map(\.state)
    }
}

extension Reception {
    /// The number of an event that is new.
    var event: Int? { if case .recorded(let event, _) = self { event } else { nil } }

    /// The jobs that were added.
    var jobs: [Int] { outcomes.compactMap { if case .added(let job) = $0 { job } else { nil } } }

    /// The jobs that the event was added to.
    var merged: [Int] { outcomes.compactMap { if case .merged(let job) = $0 { job } else { nil } } }

    private var outcomes: [Outcome] { if case .recorded(_, let outcomes) = self { outcomes } else { [] } }
}
