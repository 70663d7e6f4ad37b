/// Messages and notices: what people read in their messenger.
enum MessageMethods {
    static let all: [Method] = [
        Method("im.notify.personal.add", scopes: ["im"]) { (parameters, state, answer) throws(RESTError) in
            try notify(.personalNotice, parameters, &state, &answer)
        },
        Method("im.notify.system.add", scopes: ["im"]) { (parameters, state, answer) throws(RESTError) in
            try notify(.systemNotice, parameters, &state, &answer)
        },
        Method("im.message.add", scopes: ["im"]) { (parameters, state, answer) throws(RESTError) in
            try write(parameters, &state, &answer)
        },
    ]

    /// The only chat of the demo portal, that of the whole company.
    private static let companyChat = "chat1"

    private static let noUser = RESTError(400, "USER_ID_EMPTY", "User ID can't be empty")

    private static func notify(
        _ kind: DemoMessage.Kind, _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let user = parameters.anyCase("USER_ID")?.integer ?? 0
        guard user > 0 else { throw noUser }
        let text = try text(parameters, hasAttachment: false)
        _ = try Attachment.check(parameters.anyCase("ATTACH"))
        // What nobody can get is no error, but false.
        guard state[.user].position(of: user) != nil else { return answer.json.bool(false) }
        let author = kind == .personalNotice ? state.user : nil
        answer.json.integer(
            state.messages.add(kind, to: String(user), from: author, text, tag: tag(parameters, state)))
    }

    private static func write(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let dialog = parameters.anyCase("DIALOG_ID")?.text ?? ""
        if dialog.hasPrefix("chat") || dialog.hasPrefix("sg") {
            guard dialog == companyChat else { throw RESTError(400, "CHAT_ID", "Chat not found") }
        } else {
            guard let user = Int(dialog), user > 0 else { throw noUser }
            guard state[.user].position(of: user) != nil else {
                throw RESTError(400, "USER_NOT_FOUND", "User not found")
            }
        }
        let text = try text(parameters, hasAttachment: Attachment.check(parameters.anyCase("ATTACH")))
        let isSystem = parameters.anyCase("SYSTEM")?.isOn ?? false
        answer.json.integer(state.messages.add(.chat, to: dialog, from: isSystem ? nil : state.user, text))
    }

    private static func text(_ parameters: ParameterMap, hasAttachment: Bool) throws(RESTError) -> String {
        var text = (parameters.anyCase("MESSAGE")?.text ?? "")[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        guard !text.isEmpty || hasAttachment else {
            throw RESTError(400, "MESSAGE_EMPTY", "Message can't be empty")
        }
        return String(text)
    }

    /// Tags are those of one application, which a webhook names in `CLIENT_ID`.
    private static func tag(_ parameters: ParameterMap, _ state: PortalState) -> String? {
        guard let tag = parameters.anyCase("TAG")?.text, !tag.isEmpty else { return nil }
        let isApplication = state.workload.caller == .application
        let client = isApplication ? state.tokens.application.clientID : parameters.anyCase("CLIENT_ID")?.text
        return (client ?? "") + "|" + tag
    }
}
