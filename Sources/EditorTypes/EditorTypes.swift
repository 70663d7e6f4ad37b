import Bitrix24
import Stdlib

/// What an editor should know of Lunokhod's Lua: the standard library, the portal's methods, its events, and what one
/// portal says of itself.
///
/// The files are annotations for the Lua language server. They depend on nothing but the arguments, and each is below
/// the size from which the server leaves files out.
public enum EditorTypes {
    /// The greatest file, in bytes.
    public static let greatestFile = 300_000

    /// Makes all files.
    /// - Parameter portal: what the portal says of itself; without it the files know what is documented.
    public static func files(portal: PortalDescription? = nil) -> [EditorFile] {
        let library = StdlibTypes.all.map {
            EditorFile(name: $0.name + ".lua", text: String(decoding: $0.source, as: UTF8.self)).marked
        }
        return library + MethodFiles().files + [EventTypes.file] + PortalTypes(portal).files
    }
}
