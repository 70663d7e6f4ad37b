extension Settings {
    /// The files of the scripts in the folder `scripts` beside the settings, sorted.
    public var scriptFiles: [String] { lookForScripts().files }

    /// The same, with what is in the way of it.
    func lookForScripts() -> ScriptShelf.Contents { ScriptShelf(folder: besideSettings("scripts")).look() }
}
