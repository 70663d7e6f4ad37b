/// The files that an administrator begins with, as text. In those of scripts `{title}`, `{path}` and the like stand for
/// what is not known yet.
public enum Templates {
    /// A report on a period.
    public static let report = text(PackageResources.report_lua)
    /// A handler of any event.
    public static let handler = text(PackageResources.handler_lua)
    /// A handler of an event that is about a deal.
    public static let recordHandler = text(PackageResources.handler_record_lua)
    /// A job.
    public static let job = text(PackageResources.job_lua)
    /// A plain script.
    public static let script = text(PackageResources.script_lua)
    /// The settings, all of them in comments.
    public static let settings = text(PackageResources.settings_yaml)
    /// What a version control leaves out.
    public static let gitignore = text(PackageResources.gitignore_txt)

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
