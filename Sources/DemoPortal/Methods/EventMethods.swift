/// An application's handlers of events.
enum EventMethods {
    static let all: [Method] = [
        method("events") { (parameters, state, answer) throws(RESTError) in
            answer.json.beginArray()
            for name in names(parameters, state) { answer.json.string(name) }
            answer.json.endArray()
        },
        method("event.bind") { (parameters, state, answer) throws(RESTError) in
            try bind(parameters, &state)
            answer.json.bool(true)
        },
        method("event.unbind") { (parameters, state, answer) throws(RESTError) in
            let count = try unbind(parameters, &state)
            answer.json.beginObject()
            answer.json.name("count")
            answer.json.integer(count)
            answer.json.endObject()
        },
        method("event.get") { (_, state, answer) throws(RESTError) in
            answer.json.beginArray()
            for handler in state.desk.handlers where isVisible(handler, state) { write(handler, &answer) }
            answer.json.endArray()
        },
    ]

    /// A method that only an application may call.
    static func method(_ name: String, _ run: @escaping Method.Body) -> Method {
        Method(name, scopes: []) { (parameters, state, answer) throws(RESTError) in
            guard state.workload.caller == .application else { throw .applicationOnly }
            try run(parameters, &state, &answer)
        }
    }

    static func denied(_ reason: String) -> RESTError { RESTError(403, "ACCESS_DENIED", "Access denied!\(reason)") }

    private static func names(_ parameters: ParameterMap, _ state: PortalState) -> [String] {
        if let scope = parameters.anyCase("SCOPE")?.text, !scope.isEmpty {
            return PortalEvent.all.filter { $0.scope == scope }.map(\.name)
        }
        let isFull = parameters.anyCase("FULL")?.isOn ?? false
        return PortalEvent.all.filter { isFull || $0.scope.map(state.scopes.contains) ?? true }.map(\.name)
    }

    // MARK: Binding

    private static func bind(_ parameters: ParameterMap, _ state: inout PortalState) throws(RESTError) {
        let event = try event(parameters)
        guard PortalEvent.all.contains(where: { $0.name == event }) else {
            throw RESTError(400, "ERROR_EVENT_NOT_FOUND", "Event not found")
        }
        guard !isOffline(parameters) else { return try bindOffline(event, parameters, &state) }
        let user = parameters.anyCase("auth_type")?.integer ?? 0
        guard state.isAdministrator || user == 0 || user == state.user else {
            throw denied(" Event binding with AUTH_TYPE requires administrator access rights")
        }
        guard let handler = parameters.anyCase("handler")?.text, !handler.isEmpty else { throw empty("HANDLER") }
        guard HandlerAddress.isLocal(handler) else {
            throw RESTError(400, "INVALID_REQUEST", "This demo portal sends events to handlers on 127.0.0.1 only")
        }
        let timeout = parameters.anyCase("options")?.member("minTimeout")?.integer ?? 1
        // One who isn't an administrator binds handlers for himself only.
        let way = EventHandler.Way.application(user: state.isAdministrator ? user : state.user)
        guard state.desk.bind(event, handler, way, minTimeout: max(0, timeout)) else { throw bound }
    }

    private static func bindOffline(
        _ event: String, _ parameters: ParameterMap, _ state: inout PortalState
    ) throws(RESTError) {
        guard state.isAdministrator else {
            throw denied(" Offline events binding requires administrator access rights")
        }
        let connector = parameters.anyCase("auth_connector")?.text ?? ""
        guard connector.isEmpty || state.hasExtendedOfflineEvents else { throw OfflineEventMethods.unavailable }
        guard state.desk.bind(event, "", .offline(connector: connector)) else { throw bound }
    }

    /// What isn't given is not looked at: all handlers that fit the rest go.
    private static func unbind(_ parameters: ParameterMap, _ state: inout PortalState) throws(RESTError) -> Int {
        let event = try event(parameters)
        let wantsOffline = isOffline(parameters)
        let user = parameters.anyCase("auth_type")?.integer
        if !state.isAdministrator {
            guard !wantsOffline else {
                throw denied(" Offline events unbinding requires administrator access rights")
            }
            guard user == nil || user == state.user else {
                throw denied(" Event unbinding with AUTH_TYPE requires administrator access rights")
            }
        }
        let address = parameters.anyCase("handler")?.text ?? ""
        let visible = state
        return state.desk.unbind { handler in
            guard isVisible(handler, visible), handler.event == event, handler.isOffline == wantsOffline else {
                return false
            }
            if wantsOffline { return true }
            return (address.isEmpty || handler.address == address) && (user == nil || handler.user == user)
        }
    }

    private static func write(_ handler: EventHandler, _ answer: inout Answer) {
        answer.json.beginObject()
        answer.json.name("event")
        answer.json.string(handler.event)
        answer.json.name("handler")
        answer.json.string(handler.address)
        answer.json.name("auth_type")
        answer.json.quotedInteger(handler.user)
        answer.json.name("offline")
        answer.json.integer(handler.isOffline ? 1 : 0)
        answer.json.endObject()
    }

    /// Outgoing webhooks are nothing that an application sees, and one who isn't an administrator sees his own ones.
    private static func isVisible(_ handler: EventHandler, _ state: PortalState) -> Bool {
        guard handler.isOfApplication else { return false }
        return state.isAdministrator || (!handler.isOffline && handler.user == state.user)
    }

    // MARK: Parameters

    private static func event(_ parameters: ParameterMap) throws(RESTError) -> String {
        guard let event = parameters.anyCase("event")?.text, !event.isEmpty else { throw empty("EVENT") }
        return event.uppercased()
    }

    private static func isOffline(_ parameters: ParameterMap) -> Bool {
        parameters.anyCase("event_type")?.text?.lowercased() == "offline"
    }

    private static func empty(_ name: String) -> RESTError {
        RESTError(400, "ERROR_ARGUMENT", "Argument '\(name)' is null or empty")
    }

    /// What the vendor says of a handler that is there already isn't documented.
    private static let bound = RESTError(400, "ERROR_CORE", "Unable to set event handler: Handler already binded")
}
