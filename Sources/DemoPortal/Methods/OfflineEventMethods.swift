import JSON
import Timetable

/// The queue of offline events, which an application fetches.
enum OfflineEventMethods {
    static let all: [Method] = [
        method("event.offline.list") { (parameters, state, answer) throws(RESTError) in
            try list(parameters, state, &answer)
        },
        method("event.offline.get") { (parameters, state, answer) throws(RESTError) in
            try get(parameters, &state, &answer)
        },
        method("event.offline.clear") { (parameters, state, answer) throws(RESTError) in
            let process = try process(parameters, state)
            let ids = identifiers(parameters, "id") ?? identifiers(parameters, "message_id")
            state.desk.offline.confirm(process, ids: ids)
            answer.json.bool(true)
        },
        method("event.offline.error") { (parameters, state, answer) throws(RESTError) in
            let process = try process(parameters, state)
            state.desk.offline.fail(process, ids: identifiers(parameters, "message_id") ?? [])
            answer.json.bool(true)
        },
    ]

    private static func method(_ name: String, _ run: @escaping Method.Body) -> Method {
        EventMethods.method(name) { (parameters, state, answer) throws(RESTError) in
            guard state.isAdministrator else { throw EventMethods.denied("") }
            state.desk.offline.forget(at: state.now.unixSeconds)
            try run(parameters, &state, &answer)
        }
    }

    // MARK: Reading

    private static func list(
        _ parameters: ParameterMap, _ state: PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let found = try state.desk.offline.list(
            filter(parameters, state), order(parameters, usual: .byID), connector: connector(parameters, state))
        let start = max(0, ListRequest.start(parameters.anyCase("start")) ?? 0)
        answer.json.beginArray()
        for entry in found.dropFirst(start).prefix(ListRequest.pageSize) {
            write(entry, isWhole: true, state, &answer)
        }
        answer.json.endArray()
        answer.total = found.count
        answer.next = start + ListRequest.pageSize < found.count ? start + ListRequest.pageSize : nil
    }

    private static func get(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let own = parameters.anyCase("process_id")?.text ?? ""
        let wantsFailed = parameters.anyCase("error")?.isOn ?? false
        let found = try state.desk.offline.list(
            filter(parameters, state), order(parameters, usual: byTime), connector: connector(parameters, state))
        let limit = parameters.anyCase("limit")?.integer ?? 0
        let taken = Array(
            found.filter { $0.process == own && $0.isFailed == wantsFailed }
                .prefix(limit > 0 ? limit : ListRequest.pageSize))
        var process: String?
        if parameters.anyCase("clear").map(\.isOn) ?? true {
            state.desk.offline.remove(taken)
        } else {
            guard state.hasExtendedOfflineEvents else { throw unavailable }
            process = state.desk.offline.reserve(taken, for: own.isEmpty ? nil : own, at: state.now.unixSeconds)
        }
        answer.json.beginObject()
        answer.json.name("process_id")
        if let process { answer.json.string(process) } else { answer.json.null() }
        answer.json.name("events")
        answer.json.beginArray()
        for entry in taken { write(entry, isWhole: false, state, &answer) }
        answer.json.endArray()
        answer.json.endObject()
    }

    /// - Parameter isWhole: whether it is told who works on it, too
    private static func write(
        _ entry: OfflineQueue.Entry, isWhole: Bool, _ state: PortalState, _ answer: inout Answer
    ) {
        answer.json.beginObject()
        answer.json.name("ID")
        answer.json.quotedInteger(entry.id)
        answer.json.name("TIMESTAMP_X")
        answer.json.moment(entry.time, zone: state.zone)
        answer.json.name("EVENT_NAME")
        answer.json.string(entry.event.name)
        answer.json.name("EVENT_DATA")
        answer.json.value(JSONValue(Parameter(form: entry.event.data)).bytes)
        answer.json.name("EVENT_ADDITIONAL")
        answer.json.bool(false)
        answer.json.name("MESSAGE_ID")
        answer.json.quotedInteger(entry.id)
        if isWhole {
            answer.json.name("PROCESS_ID")
            answer.json.string(entry.process)
            answer.json.name("ERROR")
            answer.json.quotedInteger(entry.isFailed ? 1 : 0)
        }
        answer.json.endObject()
    }

    // MARK: Parameters

    private static let byTime = Order(keys: [Order.Key(column: 1, descending: false)])

    private static func filter(_ parameters: ParameterMap, _ state: PortalState) throws(RESTError) -> Filter {
        try FilterReader(schema: OfflineQueue.schema, dialect: .classic, zone: state.zone)
            .read(parameters.anyCase("filter"))
    }

    private static func order(_ parameters: ParameterMap, usual: Order) throws(RESTError) -> Order {
        try OrderReader(schema: OfflineQueue.schema, dialect: .classic, usual: usual)
            .read(parameters.anyCase("order"))
    }

    private static func connector(_ parameters: ParameterMap, _ state: PortalState) throws(RESTError) -> String {
        let connector = parameters.anyCase("auth_connector")?.text ?? ""
        guard connector.isEmpty || state.hasExtendedOfflineEvents else { throw unavailable }
        return connector
    }

    private static func process(_ parameters: ParameterMap, _ state: PortalState) throws(RESTError) -> String {
        guard state.hasExtendedOfflineEvents else { throw unavailable }
        guard let process = parameters.anyCase("process_id")?.text, !process.isEmpty else {
            throw RESTError(400, "ERROR_ARGUMENT", "Argument 'PROCESS_ID' is null or empty")
        }
        return process
    }

    /// nil where none are given; a single one needn't stand in a list.
    private static func identifiers(_ parameters: ParameterMap, _ name: String) -> Set<Int>? {
        guard let parameter = parameters.anyCase(name), !parameter.isEmpty else { return nil }
        return Set((parameter.elements ?? [parameter]).map(\.integer))
    }

    /// How the vendor refuses what a plan doesn't have isn't documented; the feature can be asked for before.
    static let unavailable = RESTError(
        403, "ACCESS_DENIED", "Access denied! Extended offline events are not available on this plan")
}
