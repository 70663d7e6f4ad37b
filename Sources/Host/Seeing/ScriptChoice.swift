import Spelling

/// Finds the script that a person means: by its file, or by its file's name, with or without `.lua`.
public struct ScriptChoice: Sendable {
    private let names: [String]

    /// Chooses among these files.
    public init(among names: some Sequence<String>) { self.names = Set(names).sorted() }

    /// The script's file.
    ///
    /// - Throws: if there is none or more than one; a sentence with the nearest name.
    public func find(_ word: String) throws(HostFailure) -> String {
        if names.contains(word) { return word }
        let found = names.filter {
            $0.hasSuffix("/" + word) || $0.hasSuffix("/" + word + ".lua") || $0 == word + ".lua"
        }
        guard found.count < 2 else {
            throw HostFailure(
                "\(word.quoted) is the name of several scripts (\(found.joined(separator: ", "))); name the file",
                exit: .usage)
        }
        if let only = found.first { return only }
        let hint = NearestName(among: names + names.map(Self.short)).hint(for: word)
        let rest = names.isEmpty ? "; there are none here" : hint.isEmpty ? "; see them with lunokhod schedule" : hint
        throw HostFailure("there is no script \(word.quoted)\(rest)", exit: .usage)
    }

    private static func short(_ name: String) -> String {
        let file = String(name.split(separator: "/").last ?? "")
        return file.hasSuffix(".lua") ? String(file.dropLast(4)) : file
    }
}
