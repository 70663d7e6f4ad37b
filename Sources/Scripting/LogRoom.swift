import JSON

/// Answers `log`: hands what a script logs to whoever keeps it.
public struct LogRoom: Room {
    /// A message that a script logged.
    public struct Entry: Sendable {
        /// `debug`, `info`, `warn` or `error`.
        public let level: String
        /// What it says.
        public let message: String
        /// Its fields in the order of their names.
        public let fields: [(name: String, value: String)]
    }

    private let write: @Sendable (Entry) -> Void

    /// A log that goes to `write`.
    public init(write: @escaping @Sendable (Entry) -> Void) { self.write = write }

    /// Whether it is one of this room's calls.
    public func answers(_ name: String) -> Bool { name == "log" }

    /// Answers one of them.
    public func answer(_ call: HostCall) throws(HostCallFailure) -> Answer {
        let fields = (call.arguments["fields"]?.object).map(Array.init) ?? []
        let entry = Entry(
            level: try call.text("level"), message: try call.text("message"),
            fields: fields.map { (name: $0.0, value: $0.1.string ?? String(decoding: $0.1.bytes, as: UTF8.self)) }
                .sorted { $0.name < $1.name })
        write(entry)
        return Answer(.null)
    }
}
