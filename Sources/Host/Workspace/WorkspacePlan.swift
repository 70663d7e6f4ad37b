import Templates

/// What a folder lacks to be a workspace. It decides; nothing is made.
struct WorkspacePlan: Hashable {
    /// A file that is to be made.
    struct File: Hashable {
        /// Its name, from the folder of the settings.
        let name: String
        let text: String
    }

    /// The missing files, in the order in which they are made.
    let files: [File]
    /// Whether the editor's types are to be written.
    let needsEditorTypes: Bool

    /// Decides what is missing.
    ///
    /// - Parameters:
    ///   - hasSettings: whether a settings file was read.
    ///   - exists: whether there is a file or a folder of a name.
    init(hasSettings: Bool, exists: (String) -> Bool) {
        let wanted = [
            File(name: Settings.fileName, text: Templates.settings),
            File(name: ".gitignore", text: Templates.gitignore),
        ]
        files = wanted.filter { file in
            !(file.name == Settings.fileName && hasSettings) && !exists(file.name)
        }
        // Once they are there, `lunokhod types` keeps them fresh; who removed the editor's settings wants none.
        needsEditorTypes = !exists(EditorTypesFolder.name)
    }
}
