/// Who is told of what, and what waits to be told.
struct EventDesk: Sendable {
    private(set) var handlers: [EventHandler] = []
    var outbox = EventOutbox()

    mutating func bind(_ webhook: OutgoingWebhook) {
        for event in webhook.events {
            handlers.append(
                EventHandler(
                    id: handlers.count + 1, event: event.uppercased(), address: webhook.handler,
                    token: webhook.applicationToken))
        }
    }
}
