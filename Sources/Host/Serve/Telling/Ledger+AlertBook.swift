import Alerts
import FoundationEssentials
import Ledger

extension Ledger {
    private static let alertBook = "alerts"

    /// What is open, and what was told of it; nil if nothing ever was.
    func alertBook() async throws(LedgerError) -> AlertBook? {
        let bytes = try await cursor(portal: "", name: Self.alertBook)
        return bytes.flatMap { try? JSONDecoder().decode(AlertBook.self, from: Data($0)) }
    }

    /// Keeps it.
    func keep(_ book: AlertBook) async throws {
        let bytes = [UInt8](try JSONEncoder().encode(book))
        try await setCursor(Cursor(portal: "", name: Self.alertBook, value: bytes))
    }
}
