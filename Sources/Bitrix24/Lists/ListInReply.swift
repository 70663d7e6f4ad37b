import JSON

/// The list in an answer.
struct ListInReply {
    let reply: PortalReply
    let id: JSONOutline.ID
    let count: Int

    /// Finds it.
    ///
    /// - Parameter key: the member of `result` that is the list; nil if `result` is.
    init(in reply: PortalReply, key: String?, method: String) throws(PortalError) {
        let outline = reply.outline
        let list = key.flatMap { key in reply.result.flatMap { outline.member(key, of: $0) } } ?? reply.result
        guard let list, outline[list].isArray || outline[list].isObject else {
            throw PortalError(
                code: PortalError.Code.list, message: "the answer holds no list", method: method,
                hint: "look at it with b24.call")
        }
        self.reply = reply
        id = list
        count = outline.count(of: list)
    }

    var isArray: Bool { reply.outline[id].isArray }
    var range: Range<Int> { reply.outline[id].range }

    /// The bytes of the first item and of the last one.
    var ends: (first: ArraySlice<UInt8>, last: ArraySlice<UInt8>)? {
        var first: JSONOutline.ID?
        var last: JSONOutline.ID?
        for child in reply.outline.children(of: id) {
            first = first ?? child
            last = child
        }
        guard let first, let last else { return nil }
        return (reply.bytes[reply.outline[first].range], reply.bytes[reply.outline[last].range])
    }

    /// The whole number that an item has as its identifier; numbers sent as text count.
    static func identifier(_ name: String, of item: ArraySlice<UInt8>) -> Int? {
        guard let value = try? JSONDocument(parsing: item).root[name] else { return nil }
        return value.integer ?? value.string.flatMap { Int($0) }
    }
}
