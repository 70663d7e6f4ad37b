extension Settings {
    /// The files of the scripts in the folder `scripts` beside the settings, sorted.
    public var scriptFiles: [String] { ScriptShelf(folder: besideSettings("scripts")).files }
}
