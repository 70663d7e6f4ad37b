/// A file of a report: its bytes and the end of its name.
public struct ReportFile: Hashable, Sendable {
    /// What follows the report's own name: empty, or `-2`, `-3` … where a format needs several files.
    public var suffix: String
    /// `md` or `csv`, without a dot.
    public var fileExtension: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file.
    public init(suffix: String = "", fileExtension: String, bytes: [UInt8]) {
        self.suffix = suffix
        self.fileExtension = fileExtension
        self.bytes = bytes
    }
}
