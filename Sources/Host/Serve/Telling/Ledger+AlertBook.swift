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

    /// Keeps it, with letters that are to be sent, and that people are told of these runs: all or nothing. Returns the
    /// letters that were given up, as more than so many wait for a way.
    func keep(_ book: AlertBook, _ letters: [AlertLetter], told runs: [Int], most: Int) async throws -> [AlertLetter] {
        let cursor = Cursor(portal: "", name: Self.alertBook, value: [UInt8](try JSONEncoder().encode(book)))
        let messages = try letters.map { letter in
            NewMessage(
                channel: letter.route.rawValue, body: [UInt8](try JSONEncoder().encode(letter.text)),
                created: letter.created, attempts: letter.attempts)
        }
        return try await keep(messages, cursor: cursor, told: runs, most: most)
            .compactMap(AlertLetter.init)
    }
}
