import Glibc

/// The scripts of a workspace: the Lua files in its folder `scripts`.
struct ScriptShelf {
    let folder: String

    /// A deeper folder is taken for a mistake.
    private static let deepest = 8

    /// What is on it.
    struct Contents {
        /// The files' paths, sorted; hidden ones are left out.
        var files: [String] = []
        /// Why a folder can't be read; nil if all can. There may be more files then.
        var obstacle: String?
    }

    /// Looks at it. A shelf that isn't there is empty.
    func look() -> Contents {
        var contents = Contents()
        Self.look(in: folder, depth: 0, into: &contents)
        contents.files.sort()
        return contents
    }

    private static func look(in folder: String, depth: Int, into contents: inout Contents) {
        guard depth < deepest else { return }
        guard let stream = opendir(folder) else {
            // A file that isn't a script is no folder either.
            if errno != ENOTDIR, errno != ENOENT {
                contents.obstacle = "\(folder): \(String(cString: strerror(errno)))"
            }
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".lua") {
                contents.files.append(path)
            } else {
                look(in: path, depth: depth + 1, into: &contents)
            }
        }
    }
}
