/// The answers to writes that came with an `Idempotency-Key`, for a day.
struct ReplayLedger: Sendable {
    /// A key is good for one method and one caller.
    struct Key: Hashable {
        let caller: Caller
        let method: String
        let text: String

        /// Refuses what is no key: 1 to 255 printable ASCII characters.
        init(_ text: String, caller: Caller, method: String) throws(RESTError) {
            guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw .invalidKey
            }
            (self.text, self.caller, self.method) = (text, caller, method)
        }
    }

    private struct Entry {
        let request: [UInt8]
        let answer: [UInt8]
        let end: Double
    }

    /// How long an answer is kept, in seconds.
    static let lifetime = 86_400.0

    private var entries: [Key: Entry] = [:]

    /// The answer that was given; nil if there was none. The same key with another request is refused.
    func answer(_ key: Key, to request: [UInt8], at now: Double) throws(RESTError) -> [UInt8]? {
        guard let entry = entries[key], now < entry.end else { return nil }
        guard entry.request == request else { throw .keyReused }
        return entry.answer
    }

    mutating func keep(_ answer: [UInt8], of key: Key, to request: [UInt8], at now: Double) {
        entries[key] = Entry(request: request, answer: answer, end: now + ReplayLedger.lifetime)
    }
}
