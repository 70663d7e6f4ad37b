/// A file of annotations for the Lua language server.
public struct EditorFile: Hashable, Sendable {
    /// Its name in the folder of types, such as `b24_crm.lua`.
    public let name: String
    /// Its text: Lua that only declares.
    public let text: String

    /// A file with this text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
