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
        var isQueued = false
        for handler in desk.handlers where handler.event == event.name {
            guard case .offline(let own) = handler.way else {
                send(event, to: handler)
                continue
            }
            guard own.isEmpty || own != connector else { continue }
            desk.offline.add(event, connector: own, at: now.unixSeconds)
            isQueued = true
        }
        if isQueued { announceQueue() }
    }

    private mutating func announceQueue() {
        let notice = PortalEvent(name: PortalEvent.offlineNotice, data: [])
        for handler in desk.handlers where handler.event == notice.name && !handler.isOffline {
            guard desk.isNoticeDue(handler, at: clock.now, request: statistics.requests) else { continue }
            send(notice, to: handler)
        }
    }

    private mutating func send(_ event: PortalEvent, to handler: EventHandler) {
        let form = FormMap([
            ("event", .text(event.name)), ("event_handler_id", .text(String(handler.id))), ("data", event.data),
            ("ts", .text(String(now.unixSeconds))), ("auth", .map(authorization(of: handler))),
        ])
        desk.outbox.add(EventNotice(handler: handler.address, body: PHPForm.encode(.map(form))))
    }

    /// `auth` of a notice. An outgoing webhook gets no tokens; an application does, as a user has made the change.
    private mutating func authorization(of handler: EventHandler) -> FormMap {
        var auth = FormMap()
        if case .application(let user) = handler.way {
            let pair = tokens.eventTokens(at: clock.now)
            auth["access_token"] = .text(pair.tokens.access)
            auth["refresh_token"] = .text(pair.tokens.refresh)
            auth["expires"] = .text(String(pair.end))
            auth["expires_in"] = .text(String(max(0, pair.end - now.unixSeconds)))
            auth["scope"] = .text(DemoPortal.scopes.filter(scopes.contains).joined(separator: ","))
            auth["status"] = "L"
            auth["user_id"] = .text(String(user == 0 ? self.user : user))
        }
        auth["domain"] = .text(String(root.drop { $0 != "/" }.dropFirst(2)))
        auth["client_endpoint"] = .text(root + "/rest/")
        auth["server_endpoint"] = .text("https://\(AuthorizationServer.domain)/rest/")
        auth["member_id"] = .text(tokens.memberID)
        auth["application_token"] = .text(token(of: handler))
        return auth
    }

    /// By what the handler knows the portal.
    private func token(of handler: EventHandler) -> String {
        if case .webhook(let token) = handler.way { token } else { tokens.applicationToken }
    }
}
