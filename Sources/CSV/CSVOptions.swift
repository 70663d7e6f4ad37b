/// How a CSV file is written.
public struct CSVOptions: Hashable, Sendable {
    /// What ends a line.
    public enum LineEnding: Hashable, Sendable {
        /// Carriage return and line feed, as RFC 4180 asks.
        case crlf
        /// A line feed alone.
        case lf
    }

    /// Which cells stand between quotation marks.
    public enum Quoting: Hashable, Sendable {
        /// Those that need it.
        case minimal
        /// All of them.
        case all
    }

    /// What stands between cells.
    public enum Delimiter: Character, Hashable, Sendable {
        /// `,`
        case comma = ","
        /// `;`
        case semicolon = ";"
        /// A tab.
        case tab = "\t"
    }

    /// What stands between cells.
    public var delimiter: Delimiter
    /// Whether a comma stands before decimals; a point otherwise.
    public var decimalComma: Bool
    /// Whether the file begins with a byte order mark, without which Excel takes UTF-8 for an old encoding.
    public var bom: Bool
    /// What ends a line.
    public var lineEnding: LineEnding
    /// Which cells stand between quotation marks.
    public var quoting: Quoting
    /// Whether the first line has the headings.
    public var header: Bool
    /// Whether the last line has the totals; data files are better without.
    public var totals: Bool

    /// Options; what is left out is as RFC 4180 has it.
    public init(
        delimiter: Delimiter = .comma, decimalComma: Bool = false, bom: Bool = false, lineEnding: LineEnding = .crlf,
        quoting: Quoting = .minimal, header: Bool = true, totals: Bool = false
    ) {
        self.delimiter = delimiter
        self.decimalComma = decimalComma
        self.bom = bom
        self.lineEnding = lineEnding
        self.quoting = quoting
        self.header = header
        self.totals = totals
    }

    /// Commas, decimal points, CRLF, no byte order mark.
    public static let rfc4180 = CSVOptions()
    /// What a Russian Excel opens with a double click: semicolons, decimal commas, CRLF, a byte order mark.
    public static let excelRu = CSVOptions(delimiter: .semicolon, decimalComma: true, bom: true)
}
