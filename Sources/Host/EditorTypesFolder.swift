import EditorTypes
import Glibc

/// Puts the types for the editor into a folder of their own: each file is written beside its place and renamed, and a
/// file that an earlier version put there and this one doesn't make is removed.
public struct EditorTypesFolder {
    /// The folder that the settings of the language server name, from the folder with `.luarc.json`.
    public static let name = LuaRC.folder

    private let path: String

    /// - Parameter path: made if it is missing.
    public init(path: String) { self.path = path }

    /// Writes the files and removes earlier ones. A file that is right already isn't touched, so that editors don't
    /// read it anew.
    /// - Returns: how many files were written or removed.
    @discardableResult
    public func write(_ files: [EditorFile]) throws(HostFailure) -> Int {
        try make()
        var changes = 0
        for file in files where try put(file) { changes += 1 }
        let names = Set(files.map(\.name))
        for name in own where !names.contains(name) && unlink("\(path)/\(name)") == 0 { changes += 1 }
        return changes
    }

    /// The language server's files that this program made, by the mark in their second line.
    private var own: [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".lua"), isOwn(name) { names.append(name) }
        }
        return names
    }

    private func isOwn(_ name: String) -> Bool {
        (try? LocalFile(path: "\(path)/\(name)").read()).map(EditorFile.isOurs) ?? false
    }

    private func put(_ file: EditorFile) throws(HostFailure) -> Bool {
        let place = "\(path)/\(file.name)"
        let bytes = Array(file.text.utf8)
        do throws(LocalFile.Failure) {
            if try LocalFile(path: place).read() == bytes { return false }
        } catch {
            guard error.isMissing else { throw failure(error.reason) }
        }
        do throws(LocalFile.Failure) {
            try LocalFile(path: place).replace(with: bytes)
        } catch {
            throw failure(error.reason)
        }
        return true
    }

    private func make() throws(HostFailure) {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/\(part)"
            if part.isEmpty || mkdir(made, 0o755) == 0 || errno == EEXIST { continue }
            throw failure(LocalFile.Failure().reason)
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw failure("it is not a folder") }
    }

    private func failure(_ reason: String) -> HostFailure {
        HostFailure("the types for the editor can't be written into \(path): \(reason); make the folder writable")
    }
}
