import JSON
import Synchronization

@testable import Bitrix24

/// A portal's queue of offline events, as far as it is documented.
final class SimulatedQueue: Sendable {
    struct Entry: Sendable {
        var id: Int
        var event = "ONCRMDEALUPDATE"
        var second = 0
        var process: String?
        var isReadable = true

        var json: JSONValue {
            var object: JSONObject = [
                "ID": .string("\(id)"), "MESSAGE_ID": .string("m\(id)"), "EVENT_DATA": ["FIELDS": ["ID": .integer(id)]],
                "TIMESTAMP_X": .string(DateText.write(1_790_000_000 + Double(second)) ?? ""),
                "PROCESS_ID": .string(process ?? ""), "ERROR": .string(event == "FAILED" ? "1" : "0"),
            ]
            if isReadable { object["EVENT_NAME"] = .string(event) }
            return .object(object)
        }
    }

    private struct State {
        var entries: [Entry] = []
        var processes = 0
        var calls: [String] = []
        var refused: Set<String> = []
    }

    private let state: Mutex<State>
    private let isExtended: Bool

    init(extended: Bool, count: Int) {
        isExtended = extended
        state = Mutex(State(entries: (0..<count).map { Entry(id: $0 + 1) }))
    }

    var entries: [Entry] { state.withLock { $0.entries } }
    var calls: [String] { state.withLock { $0.calls } }

    func change(_ body: @Sendable (inout [Entry]) -> Void) { state.withLock { body(&$0.entries) } }
    /// The next calls of that method fail.
    func refuse(_ method: String, _ isRefused: Bool = true) {
        state.withLock { if isRefused { $0.refused.insert(method) } else { $0.refused.remove(method) } }
    }

    func answer(_ request: TestServer.Request) -> TestServer.Answer {
        let method = request.uri.split(separator: "/").last.map { String($0).replacing(".json", with: "") } ?? ""
        let parameters = (try? JSONValue(parsing: request.body)) ?? [:]
        return state.withLock { state in
            state.calls.append(method)
            if state.refused.contains(method) {
                return .reply(#"{"error":"ACCESS_DENIED","error_description":"Access denied!"}"#, 403)
            }
            let result = result(of: method, parameters, &state)
            return .reply(String(decoding: JSONValue.object(["result": result]).bytes, as: UTF8.self))
        }
    }

    private func result(of method: String, _ parameters: JSONValue, _ state: inout State) -> JSONValue {
        let messages = Set((parameters["message_id"]?.array ?? []).compactMap(\.string))
        let process = parameters["process_id"]?.string
        switch method {
        case "feature.get": return ["value": .string(isExtended ? "Y" : "N")]
        case "event.offline.list":
            let start = parameters["start"]?.integer ?? 0
            return .array(state.entries.dropFirst(start).prefix(50).map(\.json))
        case "event.offline.get": return taken(parameters, process, &state)
        case "event.offline.clear":
            state.entries.removeAll { $0.process == process && messages.contains("m\($0.id)") }
            return true
        case "event.offline.error":
            for index in state.entries.indices where messages.contains("m\(state.entries[index].id)") {
                state.entries[index].process = nil
                state.entries[index].event = "FAILED"
            }
            return true
        default: return .null
        }
    }

    private func taken(_ parameters: JSONValue, _ process: String?, _ state: inout State) -> JSONValue {
        let least = parameters["filter"]?[">=ID"]?.integer ?? 0
        let most = parameters["filter"]?["<=ID"]?.integer ?? .max
        let limit = parameters["limit"]?.integer ?? 50
        let chosen = state.entries.filter {
            $0.process == process && (least...most).contains($0.id) && $0.event != "FAILED"
        }.prefix(limit)
        let ids = Set(chosen.map(\.id))
        guard parameters["clear"]?.integer == 0 else {
            state.entries.removeAll { ids.contains($0.id) }
            return ["process_id": .null, "events": .array(chosen.map(\.json))]
        }
        state.processes += 1
        let name = process ?? "p\(state.processes)"
        for index in state.entries.indices where ids.contains(state.entries[index].id) {
            state.entries[index].process = name
        }
        return ["process_id": .string(name), "events": .array(chosen.map(\.json))]
    }
}
