/// Why a setting of the alerts can't be used. The setting's value is never in it if it may be a secret.
public struct AlertMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do, to be put behind the name of the setting.
    public let reason: String

    init(_ reason: String) { self.reason = reason }

    /// The reason.
    public var description: String { reason }
}
