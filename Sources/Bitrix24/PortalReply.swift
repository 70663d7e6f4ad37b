import JSON

/// The portal's answer to one call, cut into its parts but not parsed further.
public struct PortalReply: Sendable {
    /// The whole answer, a JSON object.
    public let body: [UInt8]
    /// Where everything lies in it.
    let outline: JSONOutline
    /// The member `result`; nil in the answers of the few methods that leave it out.
    let result: JSONOutline.ID?

    /// Reads an answer: status, content type and body in this order, since a proxy may have written any of them.
    ///
    /// - Parameter depth: how deep the outline goes; 1 is enough to cut out `result`.
    init(method: String, status: Int, contentType: String?, body: [UInt8], depth: Int = 1) throws(PortalError) {
        guard !(300..<400).contains(status) else {
            throw PortalError(
                code: "REDIRECTED", message: "the portal answers from another address now", method: method,
                status: status, hint: "put the portal's new address into the webhook")
        }
        let outline: JSONOutline
        do throws(JSONError) {
            outline = try JSONOutline(of: body, depth: max(1, depth))
        } catch {
            throw Self.notJSON(method: method, status: status, contentType: contentType, body: body, error)
        }
        guard outline[outline.root].isObject else {
            throw Self.notAnAnswer(method: method, status: status, "its JSON is not an object", body: body)
        }
        if let error = Self.error(in: body, outline: outline, method: method, status: status) { throw error }
        guard (200..<300).contains(status) else {
            throw Self.notAnAnswer(method: method, status: status, "it names no error", body: body)
        }
        self.body = body
        self.outline = outline
        result = outline.member("result", of: outline.root)
    }

    /// `result` as it came; `null` where the answer has none.
    public var resultBytes: ArraySlice<UInt8> {
        result.map { body[outline[$0].range] } ?? Array("null".utf8)[...]
    }

    /// A whole number beside `result`, such as `total` or `next`; numbers sent as text count.
    func number(_ name: String) -> Int? {
        guard let id = outline.member(name, of: outline.root) else { return nil }
        return Int(String(decoding: body[outline[id].range].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }

    private static func error(
        in body: [UInt8], outline: JSONOutline, method: String, status: Int
    ) -> PortalError? {
        guard let id = outline.member("error", of: outline.root) else { return nil }
        guard let value = try? JSONValue(parsing: body[outline[id].range]), value != .null else { return nil }
        let described = outline.member("error_description", of: outline.root)
            .flatMap { try? JSONValue(parsing: body[outline[$0].range]).string }
        // REST 2 sends a text or a number as the code, REST 3.0 an object.
        let code = value["code"]?.string ?? value.string ?? value.integer.map(String.init) ?? ""
        let text = value["message"]?.string ?? described ?? ""
        return .answered(code: code, description: text.withoutMarkup, method: method, status: status)
    }

    private static func notJSON(
        method: String, status: Int, contentType: String?, body: [UInt8], _ error: JSONError
    ) -> PortalError {
        let isJSON = contentType?.lowercased().contains("json") ?? false
        let what = isJSON ? "\(error)" : "it is \(contentType ?? "of no type") instead of JSON"
        return notAnAnswer(method: method, status: status, what, body: body)
    }

    private static func notAnAnswer(method: String, status: Int, _ what: String, body: [UInt8]) -> PortalError {
        let text = String(decoding: body.prefix(400), as: UTF8.self).withoutMarkup
        let beginning = text.isEmpty ? "it is empty" : "it begins: \(text.prefix(60))"
        return PortalError(
            code: "NOT_AN_ANSWER", message: "what came back is not an answer of Bitrix24: \(what); \(beginning)",
            method: method, status: status,
            hint: status >= 500
                ? "the portal or a proxy before it has trouble; try again later"
                : "check that the webhook's address is a Bitrix24 portal")
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
