import JSON

/// The portal's answer to a batch, cut into the answers of its commands.
struct BatchReply {
    private let bytes: [UInt8]
    private let outline: JSONOutline
    private let response: Transport.Response
    private var results: [String: JSONOutline.ID] = [:]
    private var errors: [String: JSONOutline.ID] = [:]
    private var totals: [String: Int] = [:]
    private var nexts: [String: Int] = [:]
    private var times: [String: JSONOutline.ID] = [:]

    /// Reads the answer as a whole.
    ///
    /// - Parameter depth: how deep the outline goes below each command's result.
    init(_ response: Transport.Response, depth: Int) throws(PortalError) {
        let reply = try PortalReply(method: "batch", response: response, depth: 3 + max(1, depth))
        bytes = reply.bytes
        outline = reply.outline
        self.response = response
        guard let result = reply.result, outline[result].isObject else {
            throw AnswerReading(method: "batch", response: response).notAnAnswer("it has no results")
        }
        results = members("result", of: result)
        errors = members("result_error", of: result)
        times = members("result_time", of: result)
        totals = members("result_total", of: result).compactMapValues { whole($0) }
        nexts = members("result_next", of: result).compactMapValues { whole($0) }
    }

    /// What a command answered; nil if the portal left it out.
    func reply(to name: String, method: String) -> Result<PortalReply, PortalError>? {
        // A failed command may also have an empty result beside its error.
        if let id = errors[name] {
            let error = AnswerReading(method: method, response: response).error(at: id, of: outline, isCommand: true)
            return .failure(
                error ?? PortalError(code: "", message: "the portal refused the call", method: method, status: 400))
        }
        guard let id = results[name] else { return nil }
        return .success(
            PortalReply(
                bytes: bytes, outline: outline, result: id, total: totals[name], next: nexts[name], time: times[name],
                whole: false))
    }

    /// The members of one of the answer's parts. PHP writes an empty one as `[]`, and one whose names happen to be
    /// 0, 1, 2 … as a list.
    private func members(_ part: String, of result: JSONOutline.ID) -> [String: JSONOutline.ID] {
        guard let id = outline.member(part, of: result) else { return [:] }
        let isList = outline[id].isArray
        var found: [String: JSONOutline.ID] = [:]
        for (position, child) in outline.children(of: id).enumerated() {
            found[isList ? String(position) : outline.name(of: child)] = child
        }
        return found
    }

    private func whole(_ id: JSONOutline.ID) -> Int? {
        outline.number(id, in: bytes).flatMap { Int(exactly: $0) }
    }
}
