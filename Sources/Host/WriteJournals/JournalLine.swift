import Bitrix24
import JSON

/// A line of a journal's file: a JSON object.
enum JournalLine: Hashable, Sendable {
    /// The first one: whose journal it is.
    case header(version: Int, job: String)
    /// These rows are about to be sent.
    case begin([String])
    /// What came of a row.
    case entry(key: String, JournalEntry)

    /// The version that is written.
    static let version = 1

    /// Reads a line without its newline; nil if it is none.
    init?(_ bytes: some Collection<UInt8>) {
        guard let json = try? JSONValue(parsing: bytes), let name = json.object?.names.first else { return nil }
        switch (name, json[name]) {
        case ("journal", .integer(let version)): self = .header(version: version, job: json["job"]?.string ?? "")
        case ("begin", .array(let keys)): self = .begin(keys.compactMap(\.string))
        case ("key", .string(let key)):
            guard let entry = Self.entry(json) else { return nil }
            self = .entry(key: key, entry)
        default: return nil
        }
    }

    private static func entry(_ json: JSONValue) -> JournalEntry? {
        if let result = json["done"] { return .done(result: result.bytes) }
        if json["left"] != nil { return .left }
        if let error = json["failed"] { return PortalError(journal: error, isUnknown: false).map(JournalEntry.failed) }
        if let error = json["unknown"] { return PortalError(journal: error, isUnknown: true).map(JournalEntry.unknown) }
        return nil
    }

    /// The line with its newline.
    var bytes: [UInt8] { json.bytes + [UInt8(ascii: "\n")] }

    private var json: JSONValue {
        switch self {
        case .header(let version, let job): ["journal": .integer(version), "job": .string(job)]
        case .begin(let keys): ["begin": .array(keys.map(JSONValue.string))]
        case .entry(let key, .begun): ["begin": [.string(key)]]
        case .entry(let key, .left): ["key": .string(key), "left": true]
        // Parsed, so that no newline of the portal's ends the line.
        case .entry(let key, .done(let result)):
            ["key": .string(key), "done": (try? JSONValue(parsing: result)) ?? .null]
        case .entry(let key, .failed(let error)): ["key": .string(key), "failed": error.journal]
        case .entry(let key, .unknown(let error)): ["key": .string(key), "unknown": error.journal]
        }
    }
}

extension PortalError {
    fileprivate var journal: JSONValue {
        var members: JSONObject = ["code": .string(code), "message": .string(message), "method": .string(method)]
        members["status"] = status.map(JSONValue.integer)
        members["hint"] = hint.map(JSONValue.string)
        if execution == .notDone { members["sent"] = false }
        return .object(members)
    }

    fileprivate init?(journal json: JSONValue, isUnknown: Bool) {
        guard let code = json["code"]?.string, let message = json["message"]?.string,
            let method = json["method"]?.string
        else { return nil }
        let wasSent = json["sent"]?.bool ?? true
        self.init(
            code: code, message: message, method: method, status: json["status"]?.integer,
            execution: isUnknown ? .unknown : wasSent ? .answered : .notDone, hint: json["hint"]?.string)
    }
}
