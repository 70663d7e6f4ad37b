import JSON
import Testing

@testable import Bitrix24

@Suite struct BindingPlanTests {
    private let handler = "https://example.com/events"

    private func texts(_ plan: BindingPlan) -> [String] {
        plan.calls.map { "\($0.method) " + String(decoding: $0.parameters.bytes, as: UTF8.self) }
    }

    @Test("what is missing is bound, what nobody wants is unbound, what is there stays")
    func online() {
        let bound = [
            BoundEvent(event: "ONCRMDEALADD", handler: handler, isOffline: false),
            BoundEvent(event: "ONCRMLEADADD", handler: handler, isOffline: false),
            BoundEvent(event: "ONTASKADD", handler: "https://other.example/x", isOffline: false),
            BoundEvent(event: "ONCRMDEALUPDATE", isOffline: true),
        ]
        let plan = BindingPlan.online(["onCrmDealAdd", "ONCRMDEALUPDATE"], handler: handler, bound: bound)
        #expect(
            texts(plan) == [
                #"event.bind {"event":"ONCRMDEALUPDATE","handler":"https://example.com/events"}"#,
                #"event.unbind {"event":"ONCRMLEADADD","handler":"https://example.com/events"}"#,
            ])
    }

    @Test("a handler that has moved is bound at the new address before it is unbound at the former one")
    func moved() {
        let former = "https://old.example/events"
        let bound = [BoundEvent(event: "ONTASKADD", handler: former, isOffline: false)]
        let plan = BindingPlan.online(["ONTASKADD"], handler: handler, former: [former], bound: bound)
        #expect(plan.calls.map(\.method) == ["event.bind", "event.unbind"])
        #expect(plan.surplus == bound)
    }

    @Test("offline events are bound without an address and with the connector")
    func offline() {
        let bound = [
            BoundEvent(event: "ONTASKADD", isOffline: true), BoundEvent(event: "ONTASKDELETE", isOffline: true),
        ]
        let plan = BindingPlan.offline(["ONTASKADD", "ONCRMDEALADD"], connector: "lunokhod", bound: bound)
        #expect(
            texts(plan) == [
                #"event.bind {"event":"ONCRMDEALADD","event_type":"offline","auth_connector":"lunokhod"}"#,
                #"event.unbind {"event":"ONTASKDELETE","event_type":"offline"}"#,
            ])
    }

    @Test("nothing is done twice")
    func settled() {
        let bound = [BoundEvent(event: "ONTASKADD", isOffline: true)]
        #expect(BindingPlan.offline(["onTaskAdd"], bound: bound).isEmpty)
    }

    @Test("what the portal answers is read, as numbers or as texts")
    func reading() {
        let online: JSONValue = ["event": "ONTASKADD", "handler": "https://a.example/", "auth_type": "0", "offline": 0]
        #expect(BoundEvent(online) == BoundEvent(event: "ONTASKADD", handler: "https://a.example/", isOffline: false))
        let offline: JSONValue = ["event": "ontaskadd", "handler": "", "offline": "1"]
        #expect(BoundEvent(offline) == BoundEvent(event: "ONTASKADD", isOffline: true))
        #expect(BoundEvent(["handler": "x"]) == nil)
        #expect(BoundEvent(.null) == nil)
    }
}
