/// A field of an entity: how it is called, what it holds and what may be done with it.
///
/// A class, because fields are asked for with every value that is written, and a struct of strings costs a count of
/// references for each of them.
final class Field: Sendable {
    /// What the values are, which decides how they are compared and written.
    enum Kind: Hashable, Sendable {
        case integer
        /// An identifier of another entity; the new methods write 0 for none.
        case link
        case text
        /// An entry of a directory; LIKE does not work on it.
        case choice
        /// Two digits after the point in the old methods.
        case money
        case number
        case flag
        /// A custom yes or no: `1`/`0` in the old methods and in filters, `Y`/`N` in the new ones.
        case customFlag
        case date
        case dateTime
        case multifield
        case integers
        /// The number of a file; sent as an object with addresses.
        case file
        case raw
    }

    struct Traits: OptionSet, Sendable {
        let rawValue: Int
        static let readOnly = Traits(rawValue: 1)
        static let required = Traits(rawValue: 2)
        static let immutable = Traits(rawValue: 4)
        static let multiple = Traits(rawValue: 8)
        /// Made by an administrator: `UF_…`.
        static let custom = Traits(rawValue: 16)
        /// Not part of `*`: it is sent only when asked for.
        static let onDemand = Traits(rawValue: 32)
        /// Sent by the new methods only.
        static let itemOnly = Traits(rawValue: 64)
        /// Sent by the old methods only.
        static let classicOnly = Traits(rawValue: 128)
    }

    /// `STAGE_ID`, the name in the old methods.
    let name: String
    /// `stageId`, the name in the new methods.
    let itemName: String
    let title: String
    let kind: Kind
    /// The type as `*.fields` tells it.
    let type: String
    let traits: Traits
    /// The directory of a `choice`, or nil.
    let directory: String?
    /// What an administrator set when making the field; nil for fields that every portal has.
    let custom: CustomField?

    init(
        _ name: String, _ title: String, _ kind: Kind, type: String, item: String? = nil, traits: Traits = [],
        directory: String? = nil, custom: CustomField? = nil
    ) {
        self.name = name
        self.itemName = item ?? Field.camelCase(name)
        self.title = title
        self.kind = kind
        self.type = type
        self.traits = traits
        self.directory = directory
        self.custom = custom
    }

    var isCustom: Bool { traits.contains(.custom) }
    var isReadOnly: Bool { traits.contains(.readOnly) }
    /// Whether it holds a list of values, each of the field's kind.
    var isCustomList: Bool { custom?.isMultiple ?? false }

    /// `ASSIGNED_BY_ID` → `assignedById`. The number of a custom field keeps its underscore, that of its smart process
    /// does not: `UF_CRM_5_17` → `ufCrm5_17`.
    static func camelCase(_ name: String) -> String {
        var result = ""
        let keepsUnderscore = name.hasPrefix("UF_CRM_")
        let parts = name.split(separator: "_")
        for (position, part) in parts.enumerated() {
            let lower = part.lowercased()
            if position == 0 {
                result += lower
            } else if keepsUnderscore, position > (parts.count > 3 ? 2 : 1), part.allSatisfy(\.isNumber) {
                result += "_" + lower
            } else {
                result += lower.prefix(1).uppercased() + lower.dropFirst()
            }
        }
        return result
    }
}

extension Field {
    static func id(_ title: String = "ID") -> Field { Field("ID", title, .integer, type: "integer", traits: .readOnly) }

    static func integer(_ name: String, _ title: String, item: String? = nil, _ traits: Traits = []) -> Field {
        Field(name, title, .integer, type: "integer", item: item, traits: traits)
    }

    static func link(_ name: String, _ title: String, to type: String, _ traits: Traits = []) -> Field {
        Field(name, title, .link, type: type, traits: traits)
    }

    static func user(_ name: String, _ title: String, item: String? = nil, _ traits: Traits = []) -> Field {
        Field(name, title, .integer, type: "user", item: item, traits: traits)
    }

    static func text(_ name: String, _ title: String, item: String? = nil, _ traits: Traits = []) -> Field {
        Field(name, title, .text, type: "string", item: item, traits: traits)
    }

    static func choice(
        _ name: String, _ title: String, in directory: String?, item: String? = nil, _ traits: Traits = []
    ) -> Field {
        Field(name, title, .choice, type: "crm_status", item: item, traits: traits, directory: directory)
    }

    static func money(_ name: String, _ title: String, _ traits: Traits = []) -> Field {
        Field(name, title, .money, type: "double", traits: traits)
    }

    static func flag(_ name: String, _ title: String, item: String? = nil, _ traits: Traits = []) -> Field {
        Field(name, title, .flag, type: "char", item: item, traits: traits)
    }

    static func date(_ name: String, _ title: String, _ traits: Traits = []) -> Field {
        Field(name, title, .date, type: "date", traits: traits)
    }

    static func dateTime(_ name: String, _ title: String, item: String? = nil, _ traits: Traits = []) -> Field {
        Field(name, title, .dateTime, type: "datetime", item: item, traits: traits)
    }

    static func multifield(_ name: String, _ title: String) -> Field {
        Field(name, title, .multifield, type: "crm_multifield", traits: [.multiple, .onDemand, .classicOnly])
    }
}
