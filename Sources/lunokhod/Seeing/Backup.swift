import ArgumentParser
import FoundationEssentials
import Host
import JSON
import Ledger

/// `lunokhod backup`
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the ledger of `lunokhod serve` as of one moment, while it works.",
        discussion: """
            The copy is one file with everything that is remembered. A file that is there already is not replaced. To \
            go back to it, stop `lunokhod serve`, remove the files beside the ledger that end in -wal and -shm, and put \
            it in the ledger's place.

            Example: lunokhod backup ledger-2026-11-27.sqlite
            """)

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var visit: LedgerVisit

    func run() async throws {
        try await visit.open { place in
            try await place.ledger.backup(to: file)
            let bytes = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? UInt64).map(Int.init) ?? 0
            if visit.json { return visit.write(["ok": true, "file": .string(file), "bytes": .integer(bytes)]) }
            visit.write(["→ \(file) (\(Self.size(bytes)))"])
        }
    }

    /// A number of bytes for people: `812 KB`, `1.5 MB`.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1_000) KB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}
