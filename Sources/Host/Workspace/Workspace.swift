import Bitrix24
import Glibc

/// The folder of an administrator's settings and scripts, in which scripts are begun.
public struct Workspace: Sendable {
    private let settings: Settings
    private let environment: [String: String]

    /// The workspace of these settings; without a settings file it is the folder that the command runs in.
    public init(settings: Settings, environment: [String: String]) {
        self.settings = settings
        self.environment = environment
    }

    /// What came of beginning a script.
    public struct Beginning: Hashable, Sendable {
        /// The script's file.
        public let script: String
        /// Everything that was made or changed, the script first.
        public var files: [String]
        /// What could not be made, and what to know of the event, in sentences.
        public var warnings: [String]
        /// The command line by which the script is run.
        public var command: String
    }

    /// Writes a script, and what the folder lacks to be a workspace. Nothing that exists is overwritten.
    ///
    /// - Throws: if the script can't be written or there is one of its name; then nothing is changed.
    public func begin(_ script: NewScript) throws(HostFailure) -> Beginning {
        let path = settings.besideSettings(script.file)
        let plan = WorkspacePlan(hasSettings: settings.path != nil) { Self.exists(settings.besideSettings($0)) }
        try write(ScriptTemplate(of: script).text, to: path)
        var beginning = Beginning(
            script: path, files: [path], warnings: script.remarks, command: command(for: script, at: path))
        for file in plan.files {
            let path = settings.besideSettings(file.name)
            do throws(LocalFile.Failure) {
                try LocalFile(path: path).create(Array(file.text.utf8))
                beginning.files.append(path)
            } catch {
                beginning.warnings.append("\(path) can't be written: \(error.reason); write it yourself")
            }
        }
        if plan.needsEditorTypes { writeEditorTypes(&beginning) }
        return beginning
    }

    /// The settings file that the workspace has, or gets with its first script.
    public var settingsFile: String { settings.path ?? Settings.fileName }

    /// Whether there is a portal to run scripts on.
    public var hasPortal: Bool {
        !settings.portals.isEmpty || Settings.hasWebhook(environment)
    }

    private func write(_ text: String, to path: String) throws(HostFailure) {
        do throws(LocalFile.Failure) {
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            try LocalFolder(path: folder).make()
            try LocalFile(path: path).create(Array(text.utf8))
        } catch {
            guard !error.isTaken else {
                throw HostFailure("\(path) exists already and stays as it is; choose another name")
            }
            throw HostFailure("\(path) can't be written: \(error.reason); make its folder writable")
        }
    }

    private func writeEditorTypes(_ beginning: inout Beginning) {
        var description: PortalDescription?
        do throws(HostFailure) {
            description = try DescriptionFile(portal: nil, settings: settings, environment: environment).load()
        } catch {
            beginning.warnings.append("\(error)")
        }
        do throws(HostFailure) {
            beginning.files += try EditorSetup(besides: settings).write(description)
        } catch {
            // The types are written before the editor's settings are read.
            let folder = settings.besideSettings(EditorTypesFolder.name)
            if Self.exists(folder) { beginning.files.append(folder) }
            beginning.warnings.append("\(error)")
        }
    }

    private func command(for script: NewScript, at path: String) -> String {
        var words = ["lunokhod", "run", path]
        if script.kind == .handler { words += ["--id", "1"] }
        if let file = settings.path, file != Settings.fileName { words += ["--settings", file] }
        return words.map { ShellWord($0).text }.joined(separator: " ")
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        // A link that leads nowhere is somebody's, too.
        return lstat(path, &status) == 0
    }
}
