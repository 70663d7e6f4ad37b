/// What is documented of an entity: a deal, a task, a structure that methods take or give.
public struct EntityFacts: Sendable {
    /// A documented field.
    public struct Field: Hashable, Sendable {
        /// Its name; one that ends in `*` stands for all names that begin so.
        public let name: String
        /// Its type.
        public let type: ValueType
        /// Whether the portal alone sets it; false also where that isn't stated.
        public let isReadOnly: Bool
        /// Whether it can be set at creation only.
        public let isImmutable: Bool
        /// Whether it holds several values; false also where that isn't stated.
        public let isMultiple: Bool
        /// Whether it must be given at creation.
        public let isRequired: Bool
        /// The values that it may have; empty if that isn't limited.
        public let choices: [String]
        /// The list of `crm.status.list` whose codes are its values, such as `DEAL_TYPE`.
        public let statusType: String?
        /// Its other names: in requests and answers that write them another way.
        public let aliases: [String]

        init(_ line: FactLine) {
            name = String(line.name)
            type = ValueType(line.type)
            let flags = line.text("f") ?? ""
            isReadOnly = flags.contains("r")
            isImmutable = flags.contains("i")
            isMultiple = flags.contains("m")
            isRequired = flags.contains("!")
            choices = line.values("e")
            statusType = line.text("t")
            aliases = [line.text("u"), line.text("w"), line.text("n")].compactMap { $0 }
        }
    }

    /// Its key, such as `crm.deal`, `crm.item:2` (by `entityTypeId`), `tasks.task:v3`, `type:crm_multifield`.
    public let name: String
    /// The paths of its pages below the API reference of the vendor's documentation.
    public let pages: [String]

    private let record: FactRecord

    init(_ record: FactRecord) {
        self.record = record
        let head = record.head
        name = head[0]
        pages = head[1].split(separator: ",").map(String.init)
    }

    /// Its fields.
    public var fields: [Field] { record.lines.map { Field(FactLine($0)) } }
}
