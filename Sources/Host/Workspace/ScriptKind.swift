/// What a script is begun as.
public enum ScriptKind: String, CaseIterable, Hashable, Sendable {
    case report, handler, job
    /// A plain script, which does its work while it loads.
    case script

    /// The folder of its like, from the workspace's.
    var folder: String { self == .script ? "scripts" : "scripts/\(rawValue)s" }

    /// As a sentence names it.
    var noun: String { self == .script ? "plain script" : rawValue }
}
