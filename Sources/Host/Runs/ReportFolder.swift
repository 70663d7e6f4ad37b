import Glibc
import Reports
import Synchronization

/// Puts a report's files into a folder: each is written beside its place and then renamed, so that nobody ever sees
/// half a file and an older one stays when something fails.
struct ReportFolder {
    let path: String
    /// Tells files that are being written from those of everybody else.
    let mark: String

    private static let count = Atomic(0)

    /// A folder at a path.
    init(path: String, mark: String? = nil) {
        self.path = path
        self.mark = mark ?? "\(getpid())-\(Self.count.add(1, ordering: .relaxed).newValue)"
    }

    /// Writes the files; returns their paths.
    func put(_ files: [ReportFile], name: String) throws(HostFailure) -> [String] {
        try make()
        var written: [(beside: String, place: String)] = []
        for file in files {
            let place = "\(path)/\(name)\(file.suffix).\(file.fileExtension)"
            let beside = "\(path)/.\(name)\(file.suffix).\(file.fileExtension).\(mark)"
            written.append((beside, place))
            do throws(LocalFile.Failure) {
                try LocalFile(path: beside).write(file.bytes)
            } catch {
                for (beside, _) in written { unlink(beside) }
                throw failure(error.reason)
            }
        }
        for (beside, place) in written where rename(beside, place) != 0 {
            let reason = LocalFile.Failure().reason
            for (beside, _) in written { unlink(beside) }
            throw failure(reason)
        }
        return written.map(\.place)
    }

    /// Makes the folder and those above it.
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
        HostFailure("reports can't be written into \(path): \(reason); choose another folder with --out")
    }
}
