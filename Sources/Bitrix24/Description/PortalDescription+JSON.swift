import JSON

extension PortalDescription {
    /// A text that is no description that this program can read.
    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong, without a full stop.
        public let description: String

        /// Describes what is wrong.
        public init(_ description: String) { self.description = description }
    }

    /// The version of the form in which descriptions are stored.
    public static let version = 1

    /// The description in the form in which it is stored; `init(json:)` reads it.
    public var json: JSONValue {
        var members: JSONObject = ["version": .integer(Self.version), "asked": .string(asked)]
        members["portal"] = portal.map(JSONValue.string)
        members["scopes"] = scopes.map(Self.array)
        members["methods"] = methods.map(Self.array)
        members["third_methods"] = thirdMethods.map(Self.array)
        members["method_scopes"] = .array(
            scopesOfMethods.sorted { $0.key < $1.key }.map { [.string($0.key), .string($0.value)] })
        members["entities"] = .array(entities.map(\.json))
        members["smart_processes"] = .array(
            smartProcesses.map { ["id": .integer($0.entityTypeID), "title": .string($0.title)] })
        members["categories"] = .array(
            categories.map {
                ["entity_type": .integer($0.entityTypeID), "id": .integer($0.id), "title": .string($0.title)]
            })
        members["statuses"] = .array(statuses.map(\.json))
        members["gaps"] = .array(
            gaps.map { ["subject": .string($0.subject), "code": .string($0.code), "reason": .string($0.reason)] })
        return .object(members)
    }

    /// Reads what `json` wrote; members that it doesn't know are passed over.
    ///
    /// - Throws: if it is something else, or of a version that is not known.
    public init(json: JSONValue) throws(Unreadable) {
        guard let members = json.object else { throw Unreadable("it is no JSON object") }
        guard let version = members["version"]?.integer else { throw Unreadable("it has no version") }
        guard version == Self.version else {
            throw Unreadable("it has the version \(version), and this program knows \(Self.version)")
        }
        let root = StoredMember(value: json, path: "")
        self.init(asked: try root.text("asked"))
        portal = try root.optionalText("portal")
        scopes = try root.texts("scopes")
        methods = try root.texts("methods")
        thirdMethods = try root.texts("third_methods")
        for pair in try root.list("method_scopes") {
            guard let name = pair.value[0]?.string, let scope = pair.value[1]?.string else {
                throw pair.wrong("a pair")
            }
            scopesOfMethods[name] = scope
        }
        for member in try root.list("entities") { entities.append(try Entity(member)) }
        for member in try root.list("smart_processes") {
            smartProcesses.append(
                SmartProcess(entityTypeID: try member.integer("id"), title: try member.text("title")))
        }
        for member in try root.list("categories") {
            categories.append(
                Category(
                    entityTypeID: try member.integer("entity_type"), id: try member.integer("id"),
                    title: try member.text("title")))
        }
        for member in try root.list("statuses") { statuses.append(try Status(member)) }
        for member in try root.list("gaps") {
            gaps.append(
                Gap(
                    subject: try member.text("subject"), code: try member.text("code"),
                    reason: try member.text("reason")))
        }
    }

    private static func array(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension PortalDescription.Entity {
    fileprivate var json: JSONValue { ["key": .string(key), "fields": .array(fields.map(\.json))] }

    fileprivate init(_ member: StoredMember) throws(PortalDescription.Unreadable) {
        var fields: [PortalDescription.Field] = []
        for field in try member.list("fields") { fields.append(try PortalDescription.Field(field)) }
        self.init(key: try member.text("key"), fields: fields)
    }
}

extension PortalDescription.Field {
    /// What isn't so is left out.
    fileprivate var json: JSONValue {
        var members: JSONObject = ["code": .string(code), "title": .string(title), "type": .string(type)]
        let flags = [
            ("multiple", isMultiple), ("read_only", isReadOnly), ("required", isRequired), ("custom", isCustom),
        ]
        for (name, flag) in flags where flag { members[name] = true }
        members["status_type"] = statusType.map(JSONValue.string)
        members["upper_name"] = upperName.map(JSONValue.string)
        if !choices.isEmpty {
            members["choices"] = .array(choices.map { ["id": .string($0.id), "title": .string($0.title)] })
        }
        return .object(members)
    }

    fileprivate init(_ member: StoredMember) throws(PortalDescription.Unreadable) {
        self.init(code: try member.text("code"), title: try member.text("title"), type: try member.text("type"))
        isMultiple = member.flag("multiple")
        isReadOnly = member.flag("read_only")
        isRequired = member.flag("required")
        isCustom = member.flag("custom")
        statusType = try member.optionalText("status_type")
        upperName = try member.optionalText("upper_name")
        for choice in try member.list("choices") {
            choices.append(Choice(id: try choice.text("id"), title: try choice.text("title")))
        }
    }
}

extension PortalDescription.Status {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["list": .string(list), "code": .string(code), "title": .string(title)]
        members["semantics"] = semantics.map(JSONValue.string)
        return .object(members)
    }

    fileprivate init(_ member: StoredMember) throws(PortalDescription.Unreadable) {
        self.init(
            list: try member.text("list"), code: try member.text("code"), title: try member.text("title"),
            semantics: try member.optionalText("semantics"))
    }
}
