import JSON

/// What a room answers: a JSON text, and what its values become for the script.
public struct Answer: Hashable, Sendable {
    /// The JSON text.
    public var bytes: [UInt8]
    /// What its values are converted to.
    public var shape: JSONShape

    /// An answer whose values stay as they are, unless a shape says otherwise.
    public init(_ bytes: [UInt8], shape: JSONShape = .any) {
        self.bytes = bytes
        self.shape = shape
    }

    /// A value that is made for the answer.
    public init(_ value: JSONValue) { self.init(value.bytes) }
}
