import Forms
import Timetable

extension PortalState {
    /// Which entities have events.
    private static let watched: [Family] = [.deal, .lead, .contact, .company, .contract, .purchase, .task]

    /// From now on changes are events; what the portal began with is none.
    mutating func watchRecords() {
        for family in PortalState.watched { self[family].isWatched = true }
    }

    /// Tells handlers what has changed since the last time.
    mutating func raiseEvents() {
        for family in PortalState.watched where !self[family].changes.isEmpty {
            let changes = self[family].takeChanges()
            guard !desk.handlers.isEmpty else { continue }
            for (change, id) in changes {
                for event in PortalEvent.events(change, family, id: id) { raise(event) }
            }
        }
    }

    private mutating func raise(_ event: PortalEvent) {
        for handler in desk.handlers where handler.event == event.name {
            let form = FormMap([
                ("event", .text(event.name)), ("event_handler_id", .text(String(handler.id))), ("data", event.data),
                ("ts", .text(String(now.unixSeconds))), ("auth", authorization(of: handler)),
            ])
            desk.outbox.add(EventNotice(handler: handler.address, body: PHPForm.encode(.map(form))))
        }
    }

    /// `auth` of a notice: an outgoing webhook gets no tokens of access.
    private func authorization(of handler: EventHandler) -> FormValue {
        [
            "domain": .text(String(root.drop { $0 != "/" }.dropFirst(2))), "client_endpoint": .text(root + "/rest/"),
            "server_endpoint": .text("https://\(AuthorizationServer.domain)/rest/"),
            "member_id": .text(tokens.memberID), "application_token": .text(handler.token),
        ]
    }
}
