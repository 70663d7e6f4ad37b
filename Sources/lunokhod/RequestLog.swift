import Logging

/// Tells each request to a portal on standard error, where that is asked for. No line has a secret.
struct RequestLog: LogHandler {
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.debug

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.filter { "\($0.value)" != "" }
        let text = fields.map { " \($0.key)=\($0.value)" }.joined()
        Terminal.error.write(Terminal.error.styled("\(event.message)\(text)", .dim) + "\n")
    }

    /// Sets up what becomes of log lines, once.
    static func start(verbose: Bool) {
        LoggingSystem.bootstrap { _ in
            guard verbose else { return SwiftLogNoOpLogHandler() }
            return RequestLog()
        }
    }
}
