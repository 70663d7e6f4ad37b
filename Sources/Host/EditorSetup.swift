import Bitrix24
import EditorTypes

/// What an editor needs to know scripts: the types of methods, modules and the portal's own things, and the settings of
/// the Lua language server that name them.
public struct EditorSetup {
    /// The settings of the language server.
    private let settingsFile: String
    private let folder: EditorTypesFolder
    private let folderPath: String

    /// Beside the settings of the workspace.
    public init(besides settings: Settings) {
        settingsFile = settings.besideSettings(".luarc.json")
        folderPath = settings.besideSettings(EditorTypesFolder.name)
        folder = EditorTypesFolder(path: folderPath)
    }

    /// Writes what is missing or has changed.
    ///
    /// - Parameter description: what the portal says of itself, for the types of its own fields.
    /// - Returns: the folder of the types, and the file of settings if it was changed.
    public func write(_ description: PortalDescription?) throws(HostFailure) -> [String] {
        try folder.write(EditorTypes.files(portal: description))
        return [folderPath] + (try writeSettings() ? [settingsFile] : [])
    }

    private func writeSettings() throws(HostFailure) -> Bool {
        var existing: [UInt8]?
        do throws(LocalFile.Failure) {
            existing = try LocalFile(path: settingsFile).read()
        } catch {
            guard error.isMissing else { throw HostFailure("\(settingsFile) can't be read: \(error.reason)") }
        }
        let merged: [UInt8]
        do throws(LuaRC.Unreadable) {
            merged = try LuaRC.merged(existing: existing)
        } catch {
            throw HostFailure("\(error)")
        }
        guard merged != existing else { return false }
        do throws(LocalFile.Failure) {
            try LocalFile(path: settingsFile).replace(with: merged)
        } catch {
            throw HostFailure("\(settingsFile) can't be written: \(error.reason)")
        }
        return true
    }
}
