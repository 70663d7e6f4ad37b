/// One entity of a portal: a deal, a task, an item of a smart process.
///
/// Its text is the type and the identifier with a colon between: `crm.deal:5`, `crm.item.1036:7`, `tasks.task:12`,
/// `user:3`. An entity has one form, however it is reached: `crm.item` with the `entityTypeId` 2 is `crm.deal`.
public struct EntityReference: Hashable, Sendable, CustomStringConvertible {
    /// Its type, in small letters, such as `crm.deal`.
    public let type: String
    /// Its identifier within the type, such as `5` or `RUB`.
    public let id: String

    /// The most bytes of a type and of an identifier.
    public static let longest = 64

    /// An entity; nil if that is no type or no identifier.
    ///
    /// A type has small letters, digits, `_` and points; an identifier letters, digits and `_ - . @`. Both come from
    /// the network and end in names, logs and tables, so nothing else passes.
    public init?(type: String, id: String) {
        let type = Self.oneForm(of: type.lowercased())
        guard type.utf8.count <= Self.longest, id.utf8.count <= Self.longest, Self.isType(type),
            let id = Self.identifier(id)
        else { return nil }
        self.type = type
        self.id = id
    }

    /// An entity of the CRM by the number of its type; nil if the number or the identifier is none.
    public init?(entityTypeID: Int, id: String) {
        guard entityTypeID > 0 else { return nil }
        self.init(type: "\(Self.items)\(entityTypeID)", id: id)
    }

    /// Reads the text form; nil if it isn't one.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(type: String(parts[0]), id: String(parts[1]))
    }

    /// The text form, such as `crm.deal:5`.
    public var description: String { "\(type):\(id)" }

    /// The number of its type in the CRM; nil for what isn't an item of the CRM.
    public var entityTypeID: Int? { Self.entityTypeID(of: type) }

    static func entityTypeID(of type: String) -> Int? {
        if let number = classicTypes.first(where: { $0.value == type })?.key { return number }
        return type.hasPrefix(items) ? Int(type.dropFirst(items.count)) : nil
    }

    /// The type that a number of the CRM stands for.
    static func type(ofEntityTypeID number: Int) -> String { classicTypes[number] ?? "\(items)\(number)" }

    private static let items = "crm.item."
    private static let classicTypes = [
        1: "crm.lead", 2: "crm.deal", 3: "crm.contact", 4: "crm.company", 5: "crm.invoice", 6: "crm.activity",
        7: "crm.quote", 8: "crm.requisite", 14: "sale.order",
    ]

    private static func oneForm(of type: String) -> String {
        guard type.hasPrefix(items), let number = Int(type.dropFirst(items.count)) else { return type }
        return self.type(ofEntityTypeID: number)
    }

    private static func isType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        }
    }

    /// The identifier in the one form it has, since the portal takes `05` for 5; nil if it is none.
    private static func identifier(_ text: String) -> String? {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "."),
            text.utf8.allSatisfy(isIdentifierByte)
        else { return nil }
        guard text.utf8.allSatisfy(\.isDigit) else { return text }
        let digits = text.drop { $0 == "0" }
        return digits.isEmpty ? nil : String(digits)
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (byte | 0x20).isSmallLetter || "_-.@".utf8.contains(byte)
    }
}

extension EntityReference: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let reference = EntityReference(text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "this is no entity such as crm.deal:5"))
        }
        self = reference
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
