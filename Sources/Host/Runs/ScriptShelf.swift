import Glibc

/// The scripts of a workspace: the Lua files in its folder `scripts`.
struct ScriptShelf {
    let folder: String

    /// A deeper folder is taken for a mistake.
    private static let deepest = 8

    /// The files' paths, sorted; hidden ones are left out.
    var files: [String] { Self.files(in: folder, depth: 0).sorted() }

    private static func files(in folder: String, depth: Int) -> [String] {
        guard depth < deepest, let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".lua") { found.append(path) } else { found += files(in: path, depth: depth + 1) }
        }
        return found
    }
}
