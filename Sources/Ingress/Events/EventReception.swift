import Forms
import NIOCore
import NIOHTTP1

/// Decides what a request is: an event of a known portal, or nothing that is taken.
///
/// Whether a portal is known shows only in the answer, not in its time: the form is read and a token compared for an
/// unknown one, too.
struct EventReception: Sendable {
    var limits: FormLimits

    enum Verdict: Hashable, Sendable {
        case event(IncomingEvent)
        /// The portal is named only if it is a known one: a stranger's words have no place in a log.
        case refused(EventRefusal, portal: String?)
        /// It is refused as unknown; somebody who wrote the address wrong should learn of it.
        case stray(StrayEvent)
    }

    /// - Parameters:
    ///   - door: what is known of a portal
    ///   - now: seconds since 1970
    func verdict(
        on request: ReceivedRequest, at now: Int, door: (String) -> PortalDoor?
    ) -> Verdict {
        guard let portal = EventPath.portal(of: request.path) else { return elsewhere(request) }
        guard request.head.method == .POST else { return .refused(.method, portal: nil) }
        guard EventReception.isForm(request.head.headers) else { return .refused(.contentType, portal: nil) }
        let form: EventForm
        do {
            form = EventForm(try PHPForm.decode(Array(request.body.readableBytesView), limits: limits))
        } catch {
            return .refused(.unreadable, portal: nil)
        }
        let known = door(portal)
        let isAdmitted = (known ?? .ofNobody).admits(token: form.token ?? "", memberID: form.memberID)
        guard known != nil else { return EventReception.unknown(form, at: request.path) }
        guard form.token?.isEmpty == false else { return .refused(.tokenMissing, portal: portal) }
        guard isAdmitted else { return .refused(.tokenWrong, portal: portal) }
        guard let event = form.event(portal: portal, received: now) else {
            return .refused(.unreadable, portal: portal)
        }
        return .event(event)
    }

    /// What is no portal's address is answered as that, whatever came; an event there is one that somebody misses.
    private func elsewhere(_ request: ReceivedRequest) -> Verdict {
        guard request.head.method == .POST, EventReception.isForm(request.head.headers),
            let form = try? PHPForm.decode(Array(request.body.readableBytesView), limits: limits)
        else { return .refused(.unknown, portal: nil) }
        return EventReception.unknown(EventForm(form), at: request.path)
    }

    private static func unknown(_ form: EventForm, at path: Substring) -> Verdict {
        form.isEvent ? .stray(StrayEvent(path: path, token: form.token)) : .refused(.unknown, portal: nil)
    }

    private static func isForm(_ fields: HTTPHeaders) -> Bool {
        guard let type = fields["Content-Type"].first else { return false }
        let name = type.prefix { $0 != ";" }
        let wanted = "application/x-www-form-urlencoded"
        return name == wanted || name.lowercased().filter { $0 != " " } == wanted
    }
}
