import Alerts
import Ledger
import Logging

/// Sends by one way what waits for it. A way that fails is left alone for a while, with all that waits for it.
actor AlertSender {
    private let way: AlertDesk.Way
    private let desk: AlertDesk
    private let ledger: Ledger
    private let clock: ServeClock
    private let logger: Logger
    private let patience = MessagePatience()
    private var pace = ChannelPace()
    /// What became of messages that the ledger hasn't recorded yet: they must not be sent once more.
    private var unsettled: [Int: MessageOutcome] = [:]
    private var isComplaining = false

    /// How many messages are sent in one pass.
    private static let together = 100

    init(way: AlertDesk.Way, desk: AlertDesk, ledger: Ledger, clock: ServeClock, logger: Logger) {
        (self.way, self.desk, self.ledger, self.clock, self.logger) = (way, desk, ledger, clock, logger)
    }

    private var channel: String { way.route.rawValue }

    /// Sends what is due, up to the first failure.
    func sendDue() async {
        await settle()
        guard !pace.isPaused(at: clock.now().seconds) else { return }
        while let letter = await desk.takeUnkept(way.route) {
            guard await send(letter) else { return }
        }
        let messages: [Message]
        do {
            messages = try await ledger.dueMessages(
                channel: channel, now: clock.now(), most: Self.together + unsettled.count)
        } catch {
            logger.warning("the alerts that wait can't be read", metadata: ["reason": "\(error)"])
            return
        }
        for message in messages where unsettled[message.id] == nil {
            guard let letter = AlertLetter(message) else {
                logger.error("an alert is given up, as it can't be read", metadata: ["message": "\(message.id)"])
                unsettled[message.id] = .failed(reason: "it can't be read")
                continue
            }
            guard await send(letter, message.id) else { break }
        }
        await settle()
    }

    /// Returns whether the way works.
    private func send(_ letter: AlertLetter, _ message: Int? = nil) async -> Bool {
        do {
            try await way.channel.send(letter.text)
        } catch {
            await failed(letter, message, error)
            return false
        }
        pace.succeeded()
        if let message {
            unsettled[message] = .sent
            await settle()
        }
        return true
    }

    private func failed(_ letter: AlertLetter, _ message: Int?, _ error: AlertFailure) async {
        // One that was cut off by the end of the program says nothing of the way.
        if Task.isCancelled {
            if message == nil { await desk.giveBack(letter) }
            return
        }
        let now = clock.now().seconds
        let next = pace.failed(at: now)
        logger.warning("\(error)", metadata: ["next try": "in \(Int(next - now)) s"])
        if message == nil {
            var letter = letter
            letter.attempts += 1
            if patience.isOver(created: letter.created.seconds, attempts: letter.attempts, at: now) {
                desk.drop(letter, error.reason)
            } else {
                await desk.giveBack(letter)
            }
        }
        let plan = Postponement(
            until: Stamp(seconds: next), reason: error.reason, oldest: Stamp(seconds: patience.oldest(at: now)),
            tries: patience.tries)
        do {
            for message in try await ledger.postpone(channel: channel, tried: message, plan) {
                if let letter = AlertLetter(message) { desk.drop(letter, error.reason) }
            }
        } catch {
            // The pause is kept to in any case.
            logger.warning("that an alert waits can't be recorded", metadata: ["reason": "\(error)"])
        }
    }

    /// Records what became of messages.
    private func settle() async {
        for (message, outcome) in unsettled {
            do {
                try await ledger.settleMessage(message, outcome)
                (unsettled[message], isComplaining) = (nil, false)
            } catch {
                if !isComplaining {
                    logger.warning("that alerts were sent can't be recorded yet", metadata: ["reason": "\(error)"])
                }
                isComplaining = true
                return
            }
        }
    }
}
