import Bitrix24
import JSON

/// What a run was asked for, beyond the script itself.
public struct RunRequest: Sendable {
    /// The script's file.
    public var script: String
    /// The portal, by its name in the settings.
    public var portal: String?
    /// The period that a report is about, instead of the script's own.
    public var period: String?
    /// The formats that a report is written in, instead of the script's own.
    public var formats: [String] = []
    /// The folder that a report goes to, instead of the script's own.
    public var out: String?
    /// The event that a handler is run for; its first one if nil.
    public var event: String?
    /// The entity of that event.
    public var entity: Int?

    /// The folder, below the report's, that keeps its files apart from those of another script's report of the same name.
    var shelf: String?
    /// What a handler is run with, where an event has come and nobody asks.
    var arrived: JSONValue?

    /// A run of a script with everything else as it says.
    public init(script: String) { self.script = script }
}

/// What came of a run.
public struct RunResult: Sendable {
    /// `report`, `handler`, `job` or `script`.
    public var kind = "script"
    /// What the script calls itself.
    public var title: String?
    /// The period that a report is about, such as `2026-W47`.
    public var period: String?
    /// The files that were written.
    public var files: [String] = []
    /// What was asked for and not done, in sentences.
    public var warnings: [String] = []
    /// The report as Markdown, for the terminal.
    public var markdown: String?
    /// What was asked of the portal; nil if the script asked nothing.
    public var statistics: PortalStatistics?
}
