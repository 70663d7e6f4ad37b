import CSV

/// Writes the items of a list in some format, a page at a time.
public protocol ItemWriter {
    /// Writes what stands before all items; to be called once.
    mutating func begin(to output: inout OutputBytes)

    /// Writes items.
    ///
    /// - Parameters:
    ///   - items: a JSON array, such as a page of a list
    ///   - limit: write the first ones only
    /// - Returns: how many were written
    mutating func append(
        _ items: [UInt8], atMost limit: Int, to output: inout OutputBytes
    ) throws(ExportError) -> Int

    /// What whoever reads the file should know, in sentences; complete after the last items.
    var warnings: [String] { get }
}
