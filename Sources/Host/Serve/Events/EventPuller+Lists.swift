import Bitrix24
import FoundationEssentials
import Ledger
import Timetable

/// What is known of the lists that are asked for changes.
struct WatchedLists {
    /// Whether it must be worked out anew which they are.
    var isDue = true
    var positions: [ChangePoll.Position] = []
    /// The `entityTypeId` of the portal's smart processes, and when it was asked for them, in seconds; nil before.
    var smartProcesses: (numbers: [Int], askedAt: Double)?
    /// Whether the places of lists that aren't wanted any more were removed.
    var hasForgotten = false

    /// How long the portal's smart processes are believed, in seconds.
    static let remembered = 3_600.0
}

extension EventPuller {
    /// Asks the lists for what was changed since the last time. Whether there was anything to ask.
    func lookAtLists() async throws -> Bool {
        try await chooseLists()
        try await forgetLists()
        guard !lists.positions.isEmpty else {
            await heed([:])
            return false
        }
        let poll = ChangePoll(of: portal.portal, by: caller)
        for place in lists.positions.indices where lists.positions[place].cursor == nil {
            lists.positions[place].cursor = try await storedCursor(of: lists.positions[place].watch)
        }
        var open = lists.positions
        var failures: [String: PortalError] = [:]
        while !open.isEmpty {
            let pages = await poll.next(open)
            var more: [ChangePoll.Position] = []
            for (position, page) in zip(open, pages) {
                switch page {
                case .success(let page):
                    try await take(page)
                    if page.isUnfinished { more.append(page.position) }
                case .failure(let error): failures[position.watch.type] = error
                }
            }
            open = more
        }
        await heed(failures)
        // One list that can't be read keeps the others from nothing; all of them mean that the portal can't be asked.
        if let failure = failures.values.first, failures.count == lists.positions.count { throw failure }
        return true
    }

    /// Tells of the lists that can't be asked. Where none can, as the portal has trouble or refuses the credential, it
    /// isn't about lists.
    private func heed(_ failures: [String: PortalError]) async {
        let isElsewhere = failures.values.contains {
            $0.retryable || RunFailure.isCredential(code: $0.code) || RunFailure.isUnanswered(code: $0.code)
                || $0.status.map { $0 >= 500 } ?? false
        }
        if isElsewhere, failures.count == lists.positions.count { return }
        let sentences = failures.sorted { $0.key < $1.key }.map {
            "\($0.key) can't be asked for changes: \($0.value)"
        }
        say(sentences, of: "lists")
        await tell(unread: sentences)
    }

    private func take(_ page: ChangePoll.Page) async throws {
        let encoded = try page.position.cursor.map { [UInt8](try JSONEncoder().encode($0)) }
        let cursor = encoded.map { Cursor(portal: portal.name, name: name(of: page.position.watch), value: $0) }
        try await reception.take(page.changes, of: portal.name, source: "poll", cursor: cursor)
        if let place = lists.positions.firstIndex(where: { $0.watch == page.position.watch }) {
            lists.positions[place] = page.position
        }
    }

    private func storedCursor(of watch: ChangeWatch) async throws -> ChangeCursor? {
        guard let bytes = try await ledger.cursor(portal: portal.name, name: name(of: watch)) else { return nil }
        do {
            return try JSONDecoder().decode(ChangeCursor.self, from: Data(bytes))
        } catch {
            warn("the place up to which \(watch.type) was asked can't be read, so changes count from now on")
            return nil
        }
    }

    private func name(of watch: ChangeWatch) -> String { Self.prefix + watch.type }

    // MARK: Which lists

    private func chooseLists() async throws {
        let isAsked = try await askForSmartProcesses()
        guard lists.isDue || isAsked else { return }
        lists.isDue = false
        lists.hasForgotten = false
        let known = Dictionary(lists.positions.map { ($0.watch.type, $0.cursor) }) { first, _ in first }
        let plan = ChangeWatch.plan(for: events.sorted(), smartProcesses: lists.smartProcesses?.numbers ?? [])
        lists.positions = plan.watches.map { ChangePoll.Position($0, known[$0.type] ?? nil) }
        let unseen = plan.unseen.joined(separator: ", ")
        say(
            unseen.isEmpty ? [] : ["these events can't be found by asking; the portal must send them: \(unseen)"],
            of: "events")
    }

    /// Where nobody wants a list's changes any more, what happened until somebody wants them again is over.
    private func forgetLists() async throws {
        guard !lists.hasForgotten, isSureOfEvents(at: clock.now().seconds) else { return }
        let kept = Set(lists.positions.map { name(of: $0.watch) })
        try await ledger.removeCursors(portal: portal.name, prefix: Self.prefix, except: kept)
        lists.hasForgotten = true
    }

    private static let prefix = "poll."

    /// Events of smart processes don't say of which one, and there is a list for each. Whether it was asked now.
    private func askForSmartProcesses() async throws -> Bool {
        guard events.contains(where: ChangeWatch.needsSmartProcesses) else { return false }
        let now = clock.now()
        if let known = lists.smartProcesses, now.seconds - known.askedAt < WatchedLists.remembered { return false }
        let found = try await PortalSurvey(of: portal.portal, by: caller).ask(
            .smartProcesses, asked: Zone.utc.iso8601(now.moment))
        let numbers = found.smartProcesses.map(\.entityTypeID).sorted()
        let isNews = numbers != lists.smartProcesses?.numbers
        lists.smartProcesses = (numbers, now.seconds)
        return isNews
    }
}
