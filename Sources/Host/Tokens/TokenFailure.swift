/// Why tokens can't be read or kept. It shows none of them.
struct TokenFailure: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
