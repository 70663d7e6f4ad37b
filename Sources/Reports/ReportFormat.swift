import Spelling

/// A way to write a report, known by the extension of its files.
public enum ReportFormat: Hashable, Sendable {
    /// Markdown, `md`.
    case markdown(MarkdownFormat)
    /// Comma-separated values, `csv`.
    case csv(CSVFormat)

    /// The names there are.
    public static let names = ["md", "csv"]

    /// The format of that name, whatever its case, as the locale likes it.
    ///
    /// - Throws: `ReportFormatError` for a name that isn't among `names`.
    public static func named(_ name: String, locale: ReportLocale) throws(ReportFormatError) -> ReportFormat {
        switch name.lowercased() {
        case "md": return .markdown(MarkdownFormat(locale: locale))
        case "csv": return .csv(CSVFormat(options: .preset(for: locale), locale: locale))
        default: throw ReportFormatError(name: name)
        }
    }

    /// The report's files in this format. CSV has one for each table, and none for a report without tables.
    public func render(_ report: Report) -> [ReportFile] {
        switch self {
        case .markdown(let format): format.render(report)
        case .csv(let format): format.render(report)
        }
    }
}

/// A format that isn't known; `description` is a sentence for people.
public struct ReportFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name that isn't known.
    public let name: String

    /// What is wrong and which names there are.
    public var description: String {
        let names = ReportFormat.names
        let hint = NearestName(among: names).nearest(to: name).map { "did you mean \($0)? There are" } ?? "there are"
        return "The format '\(BlockReader.excerpt(name))' isn't known; \(hint) \(names.joined(separator: " and "))."
    }
}
