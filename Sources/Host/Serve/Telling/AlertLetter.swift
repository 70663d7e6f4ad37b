import Alerts
import FoundationEssentials
import Ledger

/// A message on its way to people.
struct AlertLetter: Hashable, Sendable {
    /// How many of them may wait for one way. More are of no use to anybody.
    static let mostWaiting = 1_000

    /// The way it goes.
    let route: AlertRoute.Channel
    /// What it says.
    let text: AlertMessage
    /// When it was made.
    let created: Stamp
    /// How often it was tried.
    var attempts = 0

    init(route: AlertRoute.Channel, text: AlertMessage, created: Stamp) {
        (self.route, self.text, self.created) = (route, text, created)
    }

    /// The letter of a message in the ledger; nil for one that can't be read.
    init?(_ message: Message) {
        guard let route = AlertRoute.Channel(rawValue: message.channel),
            let text = try? JSONDecoder().decode(AlertMessage.self, from: Data(message.body))
        else { return nil }
        self.init(route: route, text: text, created: message.created)
        attempts = message.attempts
    }
}
