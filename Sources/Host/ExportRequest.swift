import Bitrix24

/// What an export was asked for, in the words of the command line.
public struct ExportRequest: Sendable {
    /// The method that lists, such as `crm.deal.list`.
    public var method: String
    /// The portal, by its name in the settings.
    public var portal: String?
    /// The fields in their order; all of them if empty.
    public var select: [String] = []
    /// Conditions such as `>=CLOSEDATE=2026-01-01`.
    public var filter: [String] = []
    /// Other parameters such as `entityTypeId=2`.
    public var parameters: [String] = []
    /// `csv` or `jsonl`; nil goes by the file's ending and is CSV otherwise.
    public var format: String?
    /// The file; nil and `-` are standard output.
    public var out: String?
    /// Stop after so many items.
    public var limit: Int?

    /// An export of everything that the method lists.
    public init(method: String) { self.method = method }
}

/// What came of an export.
public struct ExportResult: Sendable {
    /// How many items were written.
    public var items = 0
    /// How many bytes they take.
    public var bytes = 0
    /// The file; nil for standard output.
    public var file: String?
    /// What was asked of the portal.
    public var statistics = PortalStatistics()
    /// What whoever reads the file should know, in sentences.
    public var warnings: [String] = []
}

/// How far an export has come.
public struct ExportProgress: Hashable, Sendable {
    /// How many items have come.
    public var items: Int
    /// How much of the whole that is, 0…1; nil if that isn't known.
    public var fraction: Double?
    /// How many bytes they take in the file.
    public var bytes: Int
}
