import JSON

/// Posts messages as JSON to a webhook: `title`, `text`, `kind`, `occasion`, `portal`, `subject`, `at`.
public struct HookChannel: AlertChannel {
    /// What is called.
    public let caller: HookCaller

    /// A channel to an address.
    public init(caller: HookCaller) { self.caller = caller }

    /// `hook` with the scheme and the host.
    public var name: String { "hook \(caller.address.scheme)://\(caller.address.host)" }

    /// Posts the message; any status of 200 to 299 means that it was taken.
    public func send(_ message: AlertMessage) async throws(AlertFailure) {
        try await caller.request(contentType: "application/json", body: Self.body(message), from: "hook")
    }

    /// The message as JSON. `kind`, `portal` and `subject` are null where there are several or none, `at` is in whole
    /// seconds since 1970.
    static func body(_ message: AlertMessage) -> [UInt8] {
        let value: JSONValue = .object([
            "title": .string(message.title),
            "text": .string(message.body),
            "kind": message.kind.map { .string($0.rawValue) } ?? .null,
            "occasion": .string(message.occasion.rawValue),
            "portal": message.portal.isEmpty ? .null : .string(message.portal),
            "subject": message.subject.isEmpty ? .null : .string(message.subject),
            "at": Int(exactly: message.at.rounded(.down)).map { .integer($0) } ?? .null,
        ])
        return value.bytes
    }
}
