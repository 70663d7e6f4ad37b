import Alerts
import Ledger
import Logging

/// Decides what people are told, once, by every way that the settings name. What is to be told is in the ledger before
/// it is sent, so that it outlasts a restart. Nobody who tells the desk something waits for a way.
actor AlertDesk {
    /// A way to tell, by its name in the settings.
    struct Way: Sendable {
        let route: AlertRoute.Channel
        let channel: any AlertChannel
    }

    /// How often is looked for what is due, in seconds.
    static let beat = 5.0

    private let ledger: Ledger
    private let settings: AlertSettings
    private let ways: [Way]
    private let locale: AlertLocale
    /// How many letters may wait for one way.
    private let most: Int
    private let clock: ServeClock
    private let logger: Logger
    private let bells: [(stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)]
    private var book = AlertBook()

    /// Counts what the ledger has to learn of the book.
    private var revision = 0
    private var keptRevision = 0
    /// Letters and runs that the ledger doesn't know of yet.
    private var unkept: [AlertLetter] = []
    private var toldRuns: [Int] = []
    private var keeping: Task<Void, Never>?
    /// Whether the ledger has refused the last of them: they are sent from here then, as that is the trouble to tell.
    private var isStuck = false
    private var hasLookedForStrays = false

    init(
        ledger: Ledger, settings: AlertSettings, ways: [Way], locale: AlertLocale,
        most: Int = AlertLetter.mostWaiting, clock: ServeClock, logger: Logger
    ) {
        (self.ledger, self.settings, self.ways, self.locale) = (ledger, settings, ways, locale)
        (self.most, self.clock, self.logger) = (most, clock, logger)
        bells = ways.map { _ in AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }
    }

    /// Reads what was open when the program ended.
    func restore() async throws(LedgerError) {
        if let kept = try await ledger.alertBook() { book = kept }
        book.rules.reminder = settings.reminder
    }

    /// What is open.
    var open: [AlertTopic] { book.open }

    // MARK: What happens

    /// Something happened that people should know.
    func happened(_ kind: AlertKind, portal: String, subject: String, _ text: String, details: [String] = []) async {
        await happened([alert(kind, portal: portal, subject: subject, text, details: details)])
    }

    /// Some things happened.
    ///
    /// - Parameter run: the run that they tell of; it is told with them.
    func happened(_ alerts: [Alert], told run: Int? = nil) async {
        if let run { toldRuns.append(run) }
        await tell(alerts.compactMap { book.happened($0) })
    }

    /// An alert of this moment.
    nonisolated func alert(
        _ kind: AlertKind, portal: String, subject: String, _ text: String, details: [String] = []
    ) -> Alert {
        Alert(kind: kind, portal: portal, subject: subject, text: text, details: details, at: clock.now().seconds)
    }

    /// Troubles of a subject are over.
    func recovered(_ kinds: Set<AlertKind>, portal: String, subject: String) async {
        guard book.isOpen(kinds, portal: portal, subject: subject) else { return }
        await tell(book.recovered(kinds, portal: portal, subject: subject, at: clock.now().seconds))
    }

    /// Subjects are gone: nothing more is told of them.
    func forget(_ isGone: @Sendable (AlertTopic) -> Bool) async {
        if book.forget(isGone) { await tell([]) }
    }

    /// What is due is told: what was held back, and reminders.
    func tellDue() async {
        if let notice = book.due(at: clock.now().seconds) { return await tell([notice]) }
        await keep()
    }

    private func tell(_ notices: [AlertNotice]) async {
        let now = clock.now()
        for notice in notices {
            for way in ways {
                guard let part = settings.part(of: notice, for: way.route) else { continue }
                let text = AlertMessage(part, at: now.seconds, locale: locale)
                unkept.append(AlertLetter(route: way.route, text: text, created: now))
            }
        }
        revision += 1
        await keep()
    }

    // MARK: Keeping

    /// Has the ledger know of everything by now. One write at a time, so that an older book never replaces a newer one.
    private func keep() async {
        let wanted = revision
        while keptRevision < wanted || !unkept.isEmpty {
            let task = keeping ?? Task { await self.keepAtOnce() }
            keeping = task
            await task.value
            if isStuck { return }
        }
    }

    private func keepAtOnce() async {
        let (now, letters, runs) = (revision, unkept, toldRuns)
        (unkept, toldRuns) = ([], [])
        do {
            let lost = try await ledger.keep(book, letters, told: runs, most: most)
            (keptRevision, isStuck) = (now, false)
            for letter in lost { drop(letter, "too many alerts wait for \(letter.route.rawValue)") }
        } catch {
            if !isStuck {
                logger.error("alerts can't be recorded and are sent unrecorded", metadata: ["reason": "\(error)"])
            }
            (unkept, toldRuns, isStuck) = (letters + unkept, runs + toldRuns, true)
            trim()
        }
        keeping = nil
        ring()
    }

    private func trim() {
        for way in ways {
            let surplus = unkept.count { $0.route == way.route } - most
            for _ in 0..<max(0, surplus) {
                guard let place = unkept.firstIndex(where: { $0.route == way.route }) else { break }
                drop(unkept.remove(at: place), "too many alerts wait for \(way.route.rawValue)")
            }
        }
    }

    /// Says what nobody will be told.
    nonisolated func drop(_ letter: AlertLetter, _ reason: String) {
        logger.error("an alert is given up: \(letter.text.title)", metadata: ["reason": "\(reason)"])
    }

    /// The next letter of a way that the ledger can't take; it is the caller's then.
    func takeUnkept(_ route: AlertRoute.Channel) -> AlertLetter? {
        guard isStuck, let place = unkept.firstIndex(where: { $0.route == route }) else { return nil }
        return unkept.remove(at: place)
    }

    /// A letter that was taken couldn't be sent.
    func giveBack(_ letter: AlertLetter) {
        unkept.append(letter)
        trim()
    }

    // MARK: Sending

    /// Sends what is to be sent until the task is cancelled. Each way has a task of its own: one that hangs holds up no
    /// other.
    func run() async {
        ring()
        await withTaskGroup(of: Void.self) { group in
            for (way, bell) in zip(ways, bells) {
                let sender = sender(by: way)
                group.addTask { for await _ in bell.stream { await sender.sendDue() } }
            }
            while !Task.isCancelled {
                await dropStrays()
                await tellDue()
                guard (try? await clock.sleep(Self.beat)) != nil else { break }
                ring()
            }
            group.cancelAll()
        }
        await keep()
        for letter in unkept { drop(letter, "the program ends, and it can't be recorded") }
    }

    /// Who sends by a way.
    nonisolated func sender(by way: Way) -> AlertSender {
        AlertSender(way: way, desk: self, ledger: ledger, clock: clock, logger: logger)
    }

    private func ring() { for bell in bells { bell.continuation.yield() } }

    /// Gives up what waits for ways that the settings don't have any more.
    func dropStrays() async {
        guard !hasLookedForStrays else { return }
        let known = Set(ways.map(\.route.rawValue))
        do {
            for channel in try await ledger.waitingChannels() where !known.contains(channel) {
                let reason = "the settings have no \(channel) any more"
                for message in try await ledger.giveUpMessages(channel: channel, reason: reason) {
                    guard let letter = AlertLetter(message) else { continue }
                    drop(letter, reason)
                }
            }
            hasLookedForStrays = true
        } catch {
            logger.warning("alerts of ways that are gone can't be given up yet", metadata: ["reason": "\(error)"])
        }
    }
}
