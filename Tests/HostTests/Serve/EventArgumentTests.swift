import JSON
import Scripting
import Testing
import Timetable

@testable import Host
@testable import Ledger

@Suite("What a handler is called with")
struct EventArgumentTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    /// The event as the ledger has it after it has come from a portal.
    private func stored(_ name: String, _ data: JSONValue) async throws -> StoredEvent {
        let body: JSONValue = ["event": .string(name), "data": data]
        let arrival = Arrival(
            portal: "main", name: name, source: "poll", identity: name, lane: nil, at: place.now, body: body.bytes,
            subscriptions: [])
        guard case .recorded(let id, _) = try await place.ledger.record(arrival) else {
            throw CancellationError()
        }
        return try #require(try await place.ledger.event(id))
    }

    private func byHand(_ name: String?, id: Int = 5, on: [String] = ["ONCRMDEALUPDATE"]) throws -> JSONValue {
        var request = RunRequest(script: "a.lua")
        (request.event, request.entity) = (name, id)
        let zone = try Zone(identifier: "Asia/Yekaterinburg")
        let argument = RunArgument(request: request, now: place.now.moment, zone: zone)
        return try argument.json(for: SampleScript.handler(on).definition)
    }

    @Test(
        "an event by hand is the event that serve hands on, but for how it came",
        arguments: [
            ("ONCRMDEALUPDATE", "FIELDS", "ID"), ("ONTASKUPDATE", "FIELDS_AFTER", "ID"),
            ("ONTASKCOMMENTADD", "FIELDS_AFTER", "TASK_ID"),
        ])
    func same(name: String, group: String, member: String) async throws {
        let data: JSONValue = .object(JSONObject([(group, .object(JSONObject([(member, .string("5"))])))]))
        let served = EventArgument(event: try await stored(name, data), merged: 0).json
        let byHand = try byHand(name)
        #expect(served["source"] == "poll" && byHand["source"] == "hand")
        for key in ["name", "id", "data", "at", "merged", "entity", "entity_type_id"] {
            #expect(byHand[key] == served[key], "\(key)")
        }
        #expect(byHand["entity"] != nil)
    }

    @Test func `an event by hand is about the entity of its first name and counts no others`() throws {
        let argument = try byHand(nil)
        #expect(argument["name"] == "ONCRMDEALUPDATE" && argument["id"] == 5)
        #expect(argument["entity"] == "crm.deal:5" && argument["merged"] == 0)
        #expect(argument["data"] == ["FIELDS": ["ID": "5"]])
        let item = try byHand("ONCRMDYNAMICITEMADD_174")
        #expect(item["entity_type_id"] == 174 && item["entity"] == "crm.item.174:5")
    }

    @Test func `an event whose number is of something unknown still has the number`() throws {
        let argument = try byHand("ONEXTERNALCALLSTART")
        #expect(argument["id"] == 5 && argument["entity"] == nil)
    }
}
