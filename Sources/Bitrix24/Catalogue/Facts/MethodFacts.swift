/// What is documented of one method.
///
/// Parameters and result are read when they are asked for; keep what you ask for often.
public struct MethodFacts: Sendable {
    /// Who may call it, besides what the user may see and do.
    public enum Access: String, Sendable {
        /// Every user.
        case any
        /// Administrators of the portal.
        case admin
        /// Users with certain rights.
        case other
    }

    /// Its name, such as `crm.deal.list`.
    public let name: String
    /// Which REST API it belongs to.
    public let version: RESTVersion
    /// Whether it changes something. Reads that take something away, such as `event.offline.get`, count as writes.
    public let isWrite: Bool
    /// Whether only applications may call it.
    public let needsApplication: Bool
    /// Whether the vendor advises against it.
    public let isDeprecated: Bool
    /// Whether its parameters are a list, in the order of `parameters`.
    public let isPositional: Bool
    /// Whether its table of parameters is known not to fit its own examples, so that nothing is certain.
    public let isLoose: Bool
    /// Whether it is described in passing only: its parameters and its result are not known.
    public let isMentionedOnly: Bool
    /// The scopes that allow it; one of several is enough. The scope `basic` is every webhook's;
    /// methods without any are in no scope.
    public let scopes: [String]
    /// Who may call it; nil if that isn't stated.
    public let access: Access?
    /// What to use instead: a method, or a family such as `crm.category.*`.
    public let replacement: String?
    /// The entity whose fields it takes or gives; `crm.item` stands for one for each `entityTypeId`.
    public let entity: String?
    /// The path of its page below the API reference of the vendor's documentation.
    public let page: String

    private let record: FactRecord

    init(_ record: FactRecord) {
        self.record = record
        let head = record.head
        let isThird = head[0].hasSuffix("@3")
        name = isThird ? String(head[0].dropLast(2)) : head[0]
        version = isThird ? .three : .two
        let flags = head[1]
        isWrite = flags.hasPrefix("w")
        needsApplication = flags.contains("a")
        isDeprecated = flags.contains("d")
        isPositional = flags.contains("p")
        isLoose = flags.contains("l")
        isMentionedOnly = flags.contains("s")
        scopes = head[2].split(separator: ",").map(String.init)
        access = Access(rawValue: head[3])
        replacement = head[4].isEmpty ? nil : head[4]
        entity = head[5].isEmpty ? nil : head[5]
        page = head[6]
    }

    /// Its parameters, in the documented order.
    public var parameters: [ParameterFacts] {
        ParameterFacts.tree(record.lines.prefix { $0.isIndented }.map { FactLine($0) })
    }

    /// Groups of parameters of which one must be given.
    public var alternatives: [[String]] {
        record.lines.filter { $0.begins(with: "+") }.map { $0.dropFirst().parts(by: ",") }
    }

    /// What comes back; nil if that isn't documented.
    public var result: ResultFacts? {
        var lines = record.lines.drop { !$0.begins(with: "<") }.makeIterator()
        guard let first = lines.next() else { return nil }
        var fields: [ResultFacts.Field] = []
        while let line = lines.next(), line.isIndented { fields.append(ResultFacts.Field(FactLine(line))) }
        return ResultFacts(first, fields: fields)
    }

    /// How its list is read, if it lists.
    public var list: ListFacts? {
        record.lines.first { $0.begins(with: "#") }.map {
            ListFacts(fields: $0.dropFirst().parts(by: "|"))
        }
    }

    /// The page of the vendor's documentation.
    public var link: String { Catalogue.link(to: page) }
}

extension Substring {
    fileprivate func begins(with letter: Unicode.Scalar) -> Bool { utf8.first == UInt8(ascii: letter) }

    fileprivate var isIndented: Bool { begins(with: " ") }
}
