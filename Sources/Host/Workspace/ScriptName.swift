/// The name of a script: that of its file, without the folder and `.lua`.
public struct ScriptName: Hashable, Sendable {
    /// The name, such as `weekly_sales`.
    public let text: String

    /// The most bytes of a name; with `.lua` it is still the name of a file.
    static let longest = 200

    /// Checks a name. A `.lua` at its end is dropped.
    public init(_ name: String) throws(HostFailure) {
        let text = name.hasSuffix(".lua") ? String(name.dropLast(4)) : name
        guard !text.contains("/"), text != ".", text != ".." else {
            throw HostFailure(
                "the name \(name.quoted) has a folder in it; give the name alone, as the kind tells the folder",
                exit: .usage)
        }
        guard text.unicodeScalars.contains(where: Self.isWordly), text.first != "-",
            text.unicodeScalars.allSatisfy({ Self.isWordly($0) || $0 == "_" || $0 == "-" })
        else {
            throw HostFailure(
                "the name \(name.quoted) is no name of a script; write letters, digits, _ and -, as in weekly_sales",
                exit: .usage)
        }
        guard text.utf8.count <= Self.longest else {
            throw HostFailure("the name \(name.quoted)… is too long; take \(Self.longest) bytes at most", exit: .usage)
        }
        self.text = text
    }

    private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// A title made of it: `weekly_sales` is `Weekly sales`.
    public var title: String {
        let words = text.split { $0 == "_" || $0 == "-" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
