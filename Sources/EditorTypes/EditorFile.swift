/// A file of annotations for the Lua language server.
public struct EditorFile: Hashable, Sendable {
    /// Its name in the folder of types, such as `b24_crm.lua`.
    public let name: String
    /// Its text: Lua that only declares.
    public let text: String

    /// The second line of each file: it tells those that this program makes from anybody else's.
    public static let mark = "-- Made by `lunokhod types`, which replaces and removes files with this line."

    /// How a file begins: it only declares, and this program made it.
    static let head = "---@meta _\n\(mark)\n\n"

    /// Whether a file is one that this program made, by its first two lines.
    public static func isOurs(_ bytes: [UInt8]) -> Bool {
        let newline = UInt8(ascii: "\n")
        let lines = bytes.prefix(1_000).split(separator: newline, maxSplits: 2, omittingEmptySubsequences: false)
        return lines.count > 2 && lines[0].starts(with: "---@meta ".utf8) && lines[1].elementsEqual(mark.utf8)
    }

    /// The file with the mark behind its first line.
    var marked: EditorFile {
        guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return self }
        return EditorFile(name: name, text: "\(text[..<end])\n\(Self.mark)\(text[end...])")
    }

    /// A file with this text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
