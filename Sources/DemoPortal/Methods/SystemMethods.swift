import JSON
import Timetable

/// Methods that every webhook may call.
enum SystemMethods {
    static let all: [Method] = [
        Method(Batch.name, scopes: []) { (parameters, state, answer) throws(RESTError) in
            try Batch.run(parameters, &state, &answer)
        },
        Method("scope", scopes: []) { (parameters, state, answer) throws(RESTError) in
            let isFull = parameters.anyCase("full")?.isOn ?? false
            strings(isFull ? DemoPortal.scopes : DemoPortal.scopes.filter(state.scopes.contains), &answer)
        },
        Method("methods", scopes: []) { (parameters, state, answer) throws(RESTError) in
            strings(methods(parameters, state), &answer)
        },
        Method("method.get", scopes: []) { (parameters, state, answer) throws(RESTError) in
            let method = MethodTable.method(parameters.anyCase("name")?.text ?? "")
            answer.json.beginObject()
            answer.json.name("isExisting")
            answer.json.bool(method != nil)
            answer.json.name("isAvailable")
            answer.json.bool(method?.isAllowed(for: state.scopes) ?? false)
            answer.json.endObject()
        },
        Method("server.time", scopes: []) { (_, state, answer) throws(RESTError) in
            answer.json.moment(state.now.unixSeconds, zone: state.zone)
        },
        Method("profile", scopes: []) { (_, state, answer) throws(RESTError) in
            profile(&state, &answer)
        },
        Method("user.admin", scopes: []) { (_, state, answer) throws(RESTError) in
            answer.json.bool(state.isAdministrator)
        },
        Method("feature.get", scopes: []) { (parameters, state, answer) throws(RESTError) in
            try feature(parameters, state, &answer)
        },
        Method("app.info", scopes: []) { (_, state, answer) throws(RESTError) in
            try application(state, &answer)
        },
    ]

    /// What the demo portal's plan has of what can be asked for.
    private static func feature(
        _ parameters: ParameterMap, _ state: PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        guard let code = parameters.anyCase("CODE")?.text, !code.isEmpty else {
            throw RESTError(400, "CODE_EMPTY", "CODE can't be empty")
        }
        answer.json.beginObject()
        answer.json.name("value")
        let isExtended = ["rest_offline_extended", "rest_auth_connector"].contains(code.lowercased())
        answer.json.string(isExtended && state.hasExtendedOfflineEvents ? "Y" : "N")
        answer.json.endObject()
    }

    /// A webhook is no application and has nothing to tell.
    private static func application(_ state: PortalState, _ answer: inout Answer) throws(RESTError) {
        guard state.workload.caller == .application else { throw .applicationOnly }
        let facts: JSONValue = [
            "ID": 1, "CODE": .string(state.tokens.application.clientID), "VERSION": 1, "STATUS": "L",
            "INSTALLED": true, "PAYMENT_EXPIRED": "N", "DAYS": nil, "LANGUAGE_ID": "ru", "LICENSE": "ru_ent250",
            "LICENSE_TYPE": "ent250", "LICENSE_FAMILY": "ent",
        ]
        answer.json.value(facts.bytes)
    }

    private static func methods(_ parameters: ParameterMap, _ state: PortalState) -> [String] {
        if let scope = parameters.anyCase("scope")?.text {
            return MethodTable.all.filter { scope.isEmpty ? $0.scopes.isEmpty : $0.scopes.contains(scope) }.map(\.name)
        }
        let isFull = parameters.anyCase("full")?.isOn ?? false
        return MethodTable.all.filter { isFull || $0.isAllowed(for: state.scopes) }.map(\.name)
    }

    private static func strings(_ list: [String], _ answer: inout Answer) {
        answer.json.beginArray()
        for text in list { answer.json.string(text) }
        answer.json.endArray()
    }

    private static func profile(_ state: inout PortalState, _ answer: inout Answer) {
        let users = state[.user]
        let row = users.position(of: state.user).map { users.rows[$0] } ?? []
        answer.json.beginObject()
        answer.json.name("ID")
        answer.json.quotedInteger(state.user)
        answer.json.name("ADMIN")
        answer.json.bool(state.isAdministrator)
        for name in ["NAME", "LAST_NAME", "PERSONAL_GENDER", "TIME_ZONE"] {
            let value = users.schema.column(name).flatMap { $0 < row.count ? row[$0].text : nil }
            answer.json.name(name)
            answer.json.string(value ?? "")
        }
        answer.json.endObject()
    }
}
