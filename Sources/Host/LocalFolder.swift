import Glibc

/// A folder of this machine.
struct LocalFolder {
    let path: String

    /// Makes it and those above it; one that is there is fine.
    func make() throws(LocalFile.Failure) {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/\(part)"
            guard part.isEmpty || mkdir(made, 0o755) == 0 || errno == EEXIST else { throw LocalFile.Failure() }
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw LocalFile.Failure() }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw LocalFile.Failure(errorNumber: ENOTDIR) }
    }
}
