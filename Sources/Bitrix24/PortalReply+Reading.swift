import JSON

extension PortalReply {
    /// Reads an answer: status, content type and body in this order, since a proxy may have written any of them.
    ///
    /// - Parameters:
    ///   - depth: how deep the outline goes; 2 is enough to cut out `result` and to read `time`.
    ///   - isBare: whether an answer without `result` is the result itself, without an envelope.
    init(
        method: String, response: Transport.Response, depth: Int = 2, isBare: Bool = false
    ) throws(PortalError) {
        let reading = AnswerReading(method: method, response: response)
        guard !(300..<400).contains(response.status) else { throw reading.redirected() }
        let outline: JSONOutline
        do throws(JSONError) {
            outline = try JSONOutline(of: response.body, depth: max(2, depth))
        } catch {
            throw reading.notJSON(error)
        }
        let root = outline.root
        guard outline[root].isObject else { throw reading.notAnAnswer("its JSON is not an object") }
        if let error = reading.error(at: root, of: outline) { throw error }
        guard (200..<300).contains(response.status) else { throw reading.notAnAnswer("it names no error") }
        self.init(
            bytes: response.body, outline: outline,
            result: outline.member("result", of: root) ?? (isBare ? root : nil),
            total: outline.integer("total", of: root, in: response.body),
            next: outline.integer("next", of: root, in: response.body),
            time: outline.member("time", of: root), whole: true)
    }
}

/// Tells what is wrong with what came back.
struct AnswerReading {
    let method: String
    let response: Transport.Response

    /// The error that an object with `error` tells; REST 2 has a text or a number as its code, REST 3.0 an object.
    ///
    /// - Parameter isCommand: whether it is that of a command, to which the status of the whole answer doesn't belong.
    func error(at id: JSONOutline.ID, of outline: JSONOutline, isCommand: Bool = false) -> PortalError? {
        guard let found = outline.member("error", of: id),
            let value = try? JSONValue(parsing: response.body[outline[found].range]), value != .null
        else { return nil }
        let described = outline.member("error_description", of: id)
            .flatMap { try? JSONValue(parsing: response.body[outline[$0].range]).string }
        let code = value["code"]?.string ?? value.string ?? value.integer.map(String.init) ?? ""
        let text = (value["message"]?.string ?? described ?? "") + Self.validation(value)
        let status = isCommand ? SystemStatus.of(code) : response.status
        var error = PortalError.answered(
            code: response.secrets.hidden(in: code), description: response.secrets.hidden(in: text).withoutMarkup,
            method: method, status: status)
        if !isCommand { error.retryAfter = response.retryAfter }
        return error
    }

    /// What REST 3.0 has against single parameters.
    private static func validation(_ error: JSONValue) -> String {
        let complaints = (error["validation"]?.array ?? []).compactMap { $0["message"]?.string?.droppingFullStop }
        return complaints.isEmpty ? "" : ": " + complaints.joined(separator: "; ")
    }

    func redirected() -> PortalError {
        let place = response.location.flatMap(PortalAddress.root(of:)) ?? "another address"
        return PortalError(
            code: PortalError.Code.redirected,
            message: "the portal sends the call on to \(place), which is not taken for its new address",
            method: method, status: response.status, execution: .notDone,
            hint: "if the portal has moved, put its new address into the webhook")
    }

    func notJSON(_ error: JSONError) -> PortalError {
        let type = response.contentType
        let isJSON = type?.lowercased().contains("json") ?? false
        return notAnAnswer(isJSON ? "\(error)" : "it is \(type ?? "of no type") instead of JSON")
    }

    /// Something else than the portal's answer: with a 4xx the portal, or what is there in its place, has understood
    /// the request and refused it; with any other status the portal may have done its work before.
    func notAnAnswer(_ what: String) -> PortalError {
        // Hidden before it is cut, since a cut secret would not be found.
        let page = response.secrets.hidden(in: String(decoding: response.body.prefix(4 << 10), as: UTF8.self))
        let text = String(page.prefix(400)).withoutMarkup
        let beginning = text.isEmpty ? "it is empty" : "it begins: \(text.prefix(60))"
        var error = PortalError(
            code: PortalError.Code.notAnAnswer,
            message: "what came back is not an answer of Bitrix24: \(what); \(beginning)", method: method,
            status: response.status, execution: (400..<500).contains(response.status) ? .answered : .unknown,
            hint: hint)
        error.retryAfter = response.retryAfter
        return error
    }

    private var hint: String {
        switch response.status {
        case 407: "the proxy wants a password, which is not supported"
        case 500...: "the portal or a proxy before it has trouble; try again later"
        default: "check that the webhook's address is a Bitrix24 portal"
        }
    }
}

extension String {
    /// The text between tags on one line, without control characters: what of a foreign page may be shown.
    var withoutMarkup: String {
        var text = ""
        var isInTag = false
        for character in self {
            switch character {
            case "<": isInTag = true
            case ">" where isInTag:
                isInTag = false
                text.append(" ")
            case _ where isInTag: continue
            case _ where character.isWhitespace || character.unicodeScalars.allSatisfy({ $0.value < 0x20 }):
                text.append(" ")
            default: text.append(character)
            }
        }
        return text.split(separator: " ").joined(separator: " ")
    }
}
