import Alerts
import FoundationEssentials
import Ledger
import Logging

/// Tells people what they should know, once, by every way that the settings name. What is to be told outlasts a
/// restart; a way that fails is tried again.
actor AlertDesk {
    /// A way to tell, by its name in the settings.
    struct Way: Sendable {
        let route: AlertRoute.Channel
        let channel: any AlertChannel
    }

    private let ledger: Ledger
    private let settings: AlertSettings
    private let ways: [Way]
    private let locale: AlertLocale
    private let clock: ServeClock
    private let logger: Logger
    private var book = AlertBook()
    private var paces: [String: ChannelPace] = [:]
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    init(
        ledger: Ledger, settings: AlertSettings, ways: [Way], locale: AlertLocale, clock: ServeClock, logger: Logger
    ) {
        (self.ledger, self.settings, self.ways, self.locale) = (ledger, settings, ways, locale)
        (self.clock, self.logger) = (clock, logger)
        (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Reads what was open when the program ended.
    func restore() async throws(LedgerError) {
        if let kept = try await ledger.alertBook() { book = kept }
        book.rules.reminder = settings.reminder
    }

    // MARK: What happens

    /// Something happened that people should know.
    func happened(_ kind: AlertKind, portal: String, subject: String, _ text: String, details: [String] = []) async {
        let alert = Alert(
            kind: kind, portal: portal, subject: subject, text: text, details: details, at: clock.now().seconds)
        await tell(book.happened(alert).map { [$0] } ?? [])
    }

    /// Troubles of a subject are over.
    func recovered(_ kinds: Set<AlertKind>, portal: String, subject: String) async {
        let isOpen = book.occurrences.contains {
            kinds.contains($0.alert.kind) && $0.alert.portal == portal && $0.alert.subject == subject
        }
        guard isOpen else { return }
        await tell(book.recovered(kinds, portal: portal, subject: subject, at: clock.now().seconds))
    }

    /// Keeps what is to be told before anything is sent.
    private func tell(_ notices: [AlertNotice]) async {
        let now = clock.now()
        do {
            for notice in notices {
                for way in ways {
                    guard let part = settings.part(of: notice, for: way.route) else { continue }
                    let message = AlertMessage(part, at: now.seconds, locale: locale)
                    _ = try await ledger.enqueue(
                        portal: "", channel: way.channel.name, body: [UInt8](JSONEncoder().encode(message)), now: now)
                }
            }
            try await ledger.keep(book)
        } catch {
            // Where the ledger can't be written, that is the alert, and it goes out at once.
            await sendAtOnce(notices)
            logger.error("an alert can't be recorded", metadata: ["reason": "\(error)"])
        }
        bell.yield()
    }

    private func sendAtOnce(_ notices: [AlertNotice]) async {
        for notice in notices {
            for way in ways {
                guard let part = settings.part(of: notice, for: way.route) else { continue }
                try? await way.channel.send(AlertMessage(part, at: clock.now().seconds, locale: locale))
            }
        }
    }

    // MARK: Sending

    /// Sends what is to be sent until the task is cancelled.
    func run() async {
        bell.yield()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [clock, bell] in
                while (try? await clock.sleep(5)) != nil { bell.yield() }
                bell.finish()
            }
            for await _ in rings {
                if let notice = book.due(at: clock.now().seconds) { await tell([notice]) }
                await sendDue()
            }
            group.cancelAll()
        }
    }

    private func sendDue() async {
        guard let messages = try? await ledger.dueMessages(now: clock.now(), most: 100) else { return }
        for message in messages {
            guard let way = ways.first(where: { $0.channel.name == message.channel }),
                let text = try? JSONDecoder().decode(AlertMessage.self, from: Data(message.body))
            else {
                _ = try? await ledger.settleMessage(
                    message.id, .failed(reason: "the settings have no such way any more"))
                continue
            }
            await send(text, message, by: way)
        }
    }

    private func send(_ text: AlertMessage, _ message: Message, by way: Way) async {
        var pace = paces[way.channel.name] ?? ChannelPace()
        do {
            try await way.channel.send(text)
            pace.succeeded()
            _ = try? await ledger.settleMessage(message.id, .sent)
        } catch {
            logger.warning("\(error)")
            switch pace.failed(at: clock.now().seconds) {
            case .retry(let moment):
                _ = try? await ledger.settleMessage(message.id, .retry(at: Stamp(seconds: moment), reason: "\(error)"))
            case .giveUp(let seconds):
                logger.error("an alert is given up after \(Int(seconds / 3_600)) h: \(text.title)")
                _ = try? await ledger.settleMessage(message.id, .failed(reason: "\(error)"))
            }
        }
        paces[way.channel.name] = pace
    }
}
