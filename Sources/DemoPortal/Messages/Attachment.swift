import JSON

/// What is attached to a message: an object, or the same as a text of JSON.
enum Attachment {
    /// The most characters, as documented.
    static let most = 60_000

    /// Refuses what can't be attached; nothing, or something empty, can.
    ///
    /// - Returns: whether there is something
    static func check(_ parameter: Parameter?) throws(RESTError) -> Bool {
        guard let parameter, !parameter.isEmpty else { return false }
        let value: JSONValue
        if case .text(let text) = parameter {
            guard text.count <= most else { throw oversize }
            guard let parsed = try? JSONValue(parsing: text.utf8) else { throw wrong }
            value = parsed
        } else {
            value = JSONValue(parameter)
            guard value.bytes.count <= most || String(decoding: value.bytes, as: UTF8.self).count <= most else {
                throw oversize
            }
        }
        guard value.object != nil || value.array != nil else { throw wrong }
        return true
    }

    private static let oversize = RESTError(
        400, "ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach")
    private static let wrong = RESTError(400, "ATTACH_ERROR", "Incorrect attach params")
}
