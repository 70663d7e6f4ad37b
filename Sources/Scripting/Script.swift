/// A script as it lies on disk.
public struct Script: Hashable, Sendable {
    /// Its file's name as the user gave it; errors show it.
    public let name: String
    /// Its Lua source.
    public let source: [UInt8]

    /// A script.
    public init(name: String, source: [UInt8]) {
        self.name = name
        self.source = source
    }
}

/// What a script knows of the place where it runs.
public struct ScriptSurroundings: Hashable, Sendable {
    /// `ru` or `en`.
    public var locale: String
    /// An ISO 4217 code: the currency of amounts that name none.
    public var currency: String
    /// An IANA time zone.
    public var zone: String

    /// Surroundings.
    public init(locale: String, currency: String, zone: String) {
        self.locale = locale
        self.currency = currency
        self.zone = zone
    }
}
