/// How many pages fit into an answer that is not too large to be read and held.
struct PageSize: Sendable {
    /// What an answer should not be larger than, in bytes.
    static let wanted = 16 << 20

    private var bytesPerPage = 0
    private var limit = Int.max

    /// So many pages of `most`.
    func pages(_ most: Int) -> Int {
        max(1, min(most, limit, bytesPerPage > 0 ? Self.wanted / bytesPerPage : most))
    }

    mutating func received(bytes: Int, pages: Int) { bytesPerPage = max(bytes / max(1, pages), 1) }

    /// An answer with so many pages was too large.
    mutating func refused(pages: Int) { limit = max(1, pages / 4) }
}
