/// What is documented of an event.
public struct EventFacts: Sendable {
    /// A documented member of what an event carries.
    public struct Member: Hashable, Sendable {
        /// Its path below `data`, such as `FIELDS.ID`; `$` if `data` is the value.
        public let path: String
        /// Its type.
        public let type: ValueType
        /// The values that it may have; empty if that isn't limited.
        public let choices: [String]
    }

    /// Its code, in capitals, such as `ONCRMDEALADD`.
    public let code: String
    /// The way the documentation writes it, such as `onCrmDealAdd`.
    public let name: String
    /// The scopes that allow handlers of it.
    public let scopes: [String]
    /// Whether the vendor advises against it.
    public let isDeprecated: Bool
    /// Whether only applications get it.
    public let needsApplication: Bool
    /// Whether it is also given by a method that is polled, such as `imbot.v2.Event.get`.
    public let canBePolled: Bool
    /// Whether it can wait in the queue of offline events; nil if that isn't stated.
    public let canBeOffline: Bool?
    /// The path of its page below the API reference of the vendor's documentation.
    public let page: String

    private let record: FactRecord

    init(_ record: FactRecord) {
        self.record = record
        let head = record.head
        code = head[0]
        name = head[1]
        isDeprecated = head[2].contains("d")
        needsApplication = head[2].contains("a")
        canBePolled = head[2].contains("p")
        scopes = head[3].split(separator: ",").map(String.init)
        canBeOffline = head[4].isEmpty ? nil : head[4] == "yes"
        page = head[5]
    }

    /// What it carries below `data`.
    public var members: [Member] {
        record.lines.map { line in
            let line = FactLine(line)
            return Member(path: String(line.name), type: ValueType(line.type), choices: line.values("e"))
        }
    }

    /// The page of the vendor's documentation.
    public var link: String { Catalogue.link(to: page) }
}
