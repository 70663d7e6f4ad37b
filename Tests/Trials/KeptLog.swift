import Logging
import Synchronization

/// A log that is kept.
public final class KeptLog: Sendable {
    private struct Handler: LogHandler {
        let log: KeptLog
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let facts = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            log.add("\(event.level): \(event.message)", facts.joined())
        }
    }

    private let kept = Mutex<[(line: String, facts: String)]>([])

    /// An empty one.
    public init() {}

    /// What was written, each with its level: `warning: the disk is full`.
    public var lines: [String] { kept.withLock { $0.map(\.line) } }

    /// The same with the facts behind each, by their names: `warning: the disk is full path=x`.
    public var wholeLines: [String] { kept.withLock { $0.map { $0.line + $0.facts } } }

    /// Writes into it.
    public var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private func add(_ line: String, _ facts: String) { kept.withLock { $0.append((line, facts)) } }
}
