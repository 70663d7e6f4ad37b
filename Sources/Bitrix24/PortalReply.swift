import JSON

/// The portal's answer to one call, cut into its parts but not parsed further.
public struct PortalReply: Sendable {
    /// The bytes that the answer lies in; those of a batch are shared by its calls.
    let bytes: [UInt8]
    /// Where everything lies in them, as deep as it was outlined.
    let outline: JSONOutline
    /// The member `result`; nil in the answers of the few methods that leave it out.
    let result: JSONOutline.ID?
    /// How many items the whole list has; nil if the portal doesn't say. Some methods say -1, some 0 for "not counted".
    public let total: Int?
    /// The offset of the next page; nil on the last one.
    public let next: Int?
    /// What the call took.
    let time: WorkTime?
    /// The whole answer, where it is an answer by itself.
    private let whole: Bool
    private let timeID: JSONOutline.ID?

    init(
        bytes: [UInt8], outline: JSONOutline, result: JSONOutline.ID?, total: Int?, next: Int?,
        time: JSONOutline.ID?, whole: Bool
    ) {
        self.bytes = bytes
        self.outline = outline
        self.result = result
        self.total = total
        self.next = next
        self.whole = whole
        timeID = time
        self.time = time.flatMap { WorkTime(outline, $0, in: bytes) }
    }

    /// `result` as it came; `null` where the answer has none.
    public var resultBytes: ArraySlice<UInt8> {
        result.map { bytes[outline[$0].range] } ?? Array("null".utf8)[...]
    }

    /// When the portal began to work on it, seconds since 1970 by the portal's clock; nil if it doesn't say.
    public var moment: Double? {
        timeID.flatMap { outline.member("start", of: $0) }.flatMap { outline.number($0, in: bytes) }
    }

    /// From when to when the portal worked on it, seconds since 1970 by the portal's clock; nil if it doesn't say.
    public var span: ClosedRange<Double>? {
        guard let start = moment,
            let finish = timeID.flatMap({ outline.member("finish", of: $0) }).flatMap({ outline.number($0, in: bytes) })
        else { return nil }
        return start...max(start, finish)
    }

    /// The whole answer as a JSON object: `result`, `total`, `next`, `time`.
    public var body: [UInt8] {
        if whole { return bytes }
        var writer = JSONWriter(capacity: resultBytes.count + 512)
        writer.beginObject()
        writer.name("result")
        writer.raw(resultBytes)
        for (name, number) in [("next", next), ("total", total)] {
            guard let number else { continue }
            writer.name(name)
            writer.integer(number)
        }
        if let timeID {
            writer.name("time")
            writer.raw(bytes[outline[timeID].range])
        }
        writer.endObject()
        return writer.bytes
    }
}

extension WorkTime {
    init?(_ outline: JSONOutline, _ time: JSONOutline.ID, in bytes: [UInt8]) {
        var finish: Double?
        var resetAt: Double?
        var duration: Double?
        for id in outline.children(of: time) {
            if outline.isNamed("duration", id) {
                duration = outline.number(id, in: bytes)
            } else if outline.isNamed("operating", id) {
                operating = outline.number(id, in: bytes)
            } else if outline.isNamed("operating_reset_at", id) {
                resetAt = outline.number(id, in: bytes)
            } else if outline.isNamed("finish", id) {
                finish = outline.number(id, in: bytes)
            }
        }
        guard let duration else { return nil }
        self.duration = duration
        if let resetAt, let finish { resetIn = resetAt - finish }
    }
}

extension JSONOutline {
    /// The number at an entry; one sent as text counts.
    func number(_ id: ID, in bytes: [UInt8]) -> Double? {
        Double(String(decoding: bytes[self[id].range].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }

    /// The whole number of that name in an object.
    func integer(_ name: String, of id: ID, in bytes: [UInt8]) -> Int? {
        member(name, of: id).flatMap { number($0, in: bytes) }.flatMap { Int(exactly: $0) }
    }
}
