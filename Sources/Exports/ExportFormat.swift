import CSV
import Spelling

/// A format that lists are exported in, known by the ending of its files.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
    /// Comma-separated values, a line an item.
    case csv
    /// JSON as it came, a line an item.
    case jsonl

    /// The format of that name, whatever its case; nil if there is none.
    public init?(name: String) { self.init(rawValue: name.lowercased()) }

    /// The format that the ending of a file's name tells.
    public init?(ofFile path: String) {
        switch path.split(separator: ".").last?.lowercased() {
        case "csv": self = .csv
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }

    /// What is said of a name that is none: the nearest one, or all there are.
    public static func hint(for wrong: String) -> String {
        let names = allCases.map(\.rawValue)
        let nearest = NearestName(among: names).hint(for: wrong)
        return nearest.isEmpty ? "; write \(names.joined(separator: " or "))" : nearest
    }

    /// Its writer.
    ///
    /// - Parameters:
    ///   - columns: the fields of a CSV file in their order; nil takes those of the first item
    ///   - options: how a CSV file is written
    public func writer(columns: [String]?, options: CSVOptions) -> any ItemWriter {
        switch self {
        case .csv: CSVItems(columns: columns, options: options)
        case .jsonl: JSONLItems()
        }
    }
}
