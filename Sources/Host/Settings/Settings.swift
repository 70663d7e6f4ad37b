import Bitrix24
import CSV
import Reports
import Timetable

/// What `lunokhod.yaml` says, overridden by the environment.
public struct Settings: Hashable, Sendable {
    /// The file's name when no other is given.
    public static let fileName = "lunokhod.yaml"

    /// The file that was read; nil if there is none.
    public var path: String?
    /// The portals by their names.
    public var portals: [String: PortalSettings] = [:]
    /// The portal that is used when none is named.
    public var portal: String?
    /// What happens to calls that speak against the documented facts, where a portal's own settings say nothing.
    public var checks = CheckPolicy.strict
    /// An IANA time zone.
    public var zone: String?
    /// The language of reports.
    public var locale: ReportLocale = .en
    /// The currency of amounts that name none, an ISO 4217 code.
    public var currency = "RUB"
    /// The folder for reports that name none.
    public var out = "out"
    /// How `lunokhod serve` works.
    public var serve = ServeSettings()
    /// Who is told of what; nil if nobody is.
    var alerts: AlertChoices?
    /// The working days; nil for those of the portal's calendar.
    public var calendar: WorkingCalendar?
    /// How CSV files differ from the locale's habit.
    public var csv = CSVChanges()

    /// Settings as they are without a file.
    public init() {}

    /// CSV options that the settings name.
    public struct CSVChanges: Hashable, Sendable {
        /// What stands between cells.
        public var delimiter: CSVOptions.Delimiter?
        /// Whether a comma stands before decimals.
        public var decimalComma: Bool?
        /// Whether files begin with a byte order mark.
        public var bom: Bool?
        /// What ends a line.
        public var lineEnding: CSVOptions.LineEnding?
        /// Whether the last line has the totals.
        public var totals: Bool?

        /// The options with these changes.
        public func applied(to options: CSVOptions) -> CSVOptions {
            var options = options
            if let delimiter { options.delimiter = delimiter }
            if let decimalComma { options.decimalComma = decimalComma }
            if let bom { options.bom = bom }
            if let lineEnding { options.lineEnding = lineEnding }
            if let totals { options.totals = totals }
            return options
        }
    }
}
