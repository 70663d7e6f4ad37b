import Timetable

extension Settings {
    /// The files of the scripts in the folder `scripts` beside the settings, sorted.
    public var scriptFiles: [String] { ScriptShelf(folder: besideSettings("scripts")).files }

    /// The zone that days are counted in: the settings', else the machine's, else UTC.
    public var workspaceZone: Zone {
        get throws(HostFailure) { try runZone }
    }
}
