import JSON

/// Items that can't be written in the wanted format.
public enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// They are not a JSON text.
    case malformed(JSONError)
    /// They are JSON, but not an array.
    case notAList
    /// One of them is not an object, so that it has no columns.
    case notAnObject

    /// The sentence for the person who meets it, without a full stop.
    public var description: String {
        switch self {
        case .malformed(let error): "the items can't be read: \(error)"
        case .notAList: "the answer holds no list of items"
        case .notAnObject: "an item has no named fields, so it can't become a line of CSV; write jsonl instead"
        }
    }
}
