import JSON

/// What a script defines: a report, a handler or a job. The sandbox has checked its keys and their types.
public struct Definition: Sendable {
    /// The kinds of definitions.
    public enum Kind: String, Sendable {
        /// Returns blocks for a period.
        case report
        /// Reacts to an event.
        case handler
        /// Works by itself, at a time.
        case job
    }

    /// Which kind it is.
    public let kind: Kind
    /// The line of the script where its `run` begins.
    public let runLine: Int?
    let members: JSONValue

    /// Reads what the sandbox tells of a definition, or what `json` once was; nil for a plain script.
    public init?(_ told: JSONValue) {
        guard let members = told["definition"], let kind = members["kind"]?.string.flatMap(Kind.init) else {
            return nil
        }
        self.kind = kind
        self.members = members
        runLine = told["run_line"]?.integer
    }

    /// The definition as JSON, so that it can be kept and need not be loaded again.
    public var json: JSONValue {
        var told: JSONObject = ["definition": members]
        told["run_line"] = runLine.map(JSONValue.integer)
        return .object(told)
    }

    /// What it is called.
    public var title: String? { members["title"]?.string }
    /// The period that a report is about, such as `last week`.
    public var period: String? { members["period"]?.string }
    /// The only portal that it works with, by its name in the settings.
    public var portal: String? { text("portal") }
    /// The time zone of its own.
    public var zone: String? { members["zone"]?.string }
    /// The language of its own, `ru` or `en`.
    public var locale: String? { members["locale"]?.string }
    /// The currency of its own.
    public var currency: String? { members["currency"]?.string }
    /// The formats that a report is written in.
    public var formats: [String]? { texts("formats") }
    /// The scopes that it limits itself to.
    public var scopes: [String]? { texts("scopes") }
    /// The writing methods that it limits itself to.
    public var writes: [String]? { texts("writes") }
    /// The events that a handler is for.
    public var events: [String] { texts("on") ?? members["on"]?.string.map { [$0] } ?? [] }
    /// The folder that a report goes to.
    public var folder: String? { members["deliver"]?["folder"]?.string }
    /// Other ways of delivery that are asked for: `chat`, `user`, `email`.
    public var otherDeliveries: [String] {
        (members["deliver"]?.object?.names ?? []).filter { $0 != "folder" }.sorted()
    }

    /// A text of its own that is named so; nil without one.
    func text(_ name: String) -> String? { members[name]?.string }

    /// Lua's empty table arrives as an empty object, and is an empty list: `writes = {}` allows no write.
    func texts(_ name: String) -> [String]? {
        if members[name]?.object?.isEmpty == true { return [] }
        return members[name]?.array.map { $0.compactMap(\.string) }
    }
}
