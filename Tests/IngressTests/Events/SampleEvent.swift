import Forms
import NIOCore
import NIOHTTP1

@testable import Ingress

/// An event as a portal posts it, and the door that lets it in.
enum SampleEvent {
    static let token = "51856fefc120afa4b628cc82d3935cce"
    static let door = PortalDoor(applicationTokens: [token], memberID: "a223c6b3710f85df22e9377d6c4f7553")

    static let form: FormValue = [
        "event": "onCrmDealUpdate", "event_handler_id": "665", "data": ["FIELDS": ["ID": "4711"]],
        "ts": "1732700000", "auth": auth,
    ]

    static let auth: FormValue = [
        "access_token": "access-secret", "expires_in": "3600", "scope": "crm", "domain": "portal.bitrix24.com",
        "member_id": "a223c6b3710f85df22e9377d6c4f7553", "user_id": "7", "refresh_token": "refresh-secret",
        "application_token": "51856fefc120afa4b628cc82d3935cce",
    ]

    static var body: [UInt8] { PHPForm.encode(form) }

    static func form(replacing name: String, by value: FormValue) -> FormValue {
        guard case .map(var map) = form else { return form }
        map[name] = value
        return .map(map)
    }

    static func request(
        _ method: HTTPMethod = .POST, _ uri: String = "/events/main",
        type: String? = "application/x-www-form-urlencoded", body: [UInt8] = SampleEvent.body
    ) -> ReceivedRequest {
        var head = HTTPRequestHead(version: .http1_1, method: method, uri: uri)
        if let type { head.headers.add(name: "content-type", value: type) }
        return ReceivedRequest(head: head, body: ByteBuffer(bytes: body), peer: nil)
    }
}
